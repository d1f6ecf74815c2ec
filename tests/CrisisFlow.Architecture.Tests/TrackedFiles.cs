using System.Diagnostics;
using CrisisFlow.Testing;

namespace CrisisFlow.Architecture.Tests;

/// <summary>Text files of the repository, by their path in it.</summary>
internal static class TrackedFiles
{
    /// <summary>
    /// What git tracks, and what it would track after <c>git add</c>. Skips the test where there is no git.
    /// </summary>
    public static IReadOnlyList<string> All()
    {
        var (exit, output) = Run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        if (exit != 0)
            Assert.Skip("git does not list the files of this checkout.");
        return
        [
            .. output
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(path => File.Exists(Path.Combine(RepositoryRoot.Path, path))),
        ];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, path));

    /// <summary>Runs a program in the repository's root; its exit code is -1 where there is no such program.</summary>
    public static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = RepositoryRoot.Path,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
