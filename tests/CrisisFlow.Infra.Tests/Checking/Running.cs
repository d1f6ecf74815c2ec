using System.Diagnostics;

namespace CrisisFlow.Infra.Tests.Checking;

/// <summary>Runs a program to its end.</summary>
internal static class Running
{
    /// <param name="input">Little enough to be written before anything is read.</param>
    /// <param name="environment">Added to this process's own; a null value takes a variable away.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static (int Exit, string Output, string Error) Start(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string input = ""
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
