using System.Text;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Standard input and output of the commands: UTF-8 without a mark, regardless of the code page.
/// </summary>
internal static class Output
{
    /// <summary>
    /// Exit code for wrong input or settings; details go to standard error.
    /// </summary>
    public const int Wrong = 1;

    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    public static StreamReader Input() =>
        new(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);

    /// <summary>The message for a missing file; null when it exists.</summary>
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

    /// <summary>JSON is written on request, and when the output is not a terminal.</summary>
    public static bool IsJson(bool asked) => asked || Console.IsOutputRedirected;
}
