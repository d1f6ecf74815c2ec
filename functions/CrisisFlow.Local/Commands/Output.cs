using System.Text;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Standard input and output of the commands: UTF-8 without a mark, whatever the machine's code page is.
/// </summary>
internal static class Output
{
    /// <summary>
    /// Exit code of a command whose input or settings were wrong; what is wrong stands on standard error.
    /// </summary>
    public const int Wrong = 1;

    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    public static StreamReader Input() =>
        new(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);

    /// <summary>What to say when there is no such file; null when there is one.</summary>
    public static string? NoFile(string name) =>
        File.Exists(name) ? null
        : Directory.Exists(name) ? $"{name} is a folder, not a file."
        : $"There is no file {name}.";

    /// <summary>Says on standard error what is wrong, and gives the exit code.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Wrong;
    }

    /// <summary>JSON is written when asked for, and when nobody is looking.</summary>
    public static bool IsJson(bool asked) => asked || Console.IsOutputRedirected;
}
