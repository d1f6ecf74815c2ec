using System.Diagnostics;

namespace CrisisFlow.Azure.Tests.Azurite;

/// <summary>Installs the pinned Azurite into artifacts/azurite, once per version of the lock file.</summary>
internal static class AzuriteInstall
{
    /// <summary>The program, or null with the reason why there is none.</summary>
    public static async Task<(string? Program, string? WhyNot)> EnsureAsync(CancellationToken cancellation)
    {
        if (!await RunsAsync("node", "--version", cancellation))
            return (
                null,
                "node is not installed; the table store and the Durable extension are tested on Azurite, which "
                    + "needs it (https://nodejs.org)."
            );
        var root = Repository.Root;
        var source = Path.Combine(root, "tests", "CrisisFlow.Azure.Tests", "Azurite");
        var target = Path.Combine(root, "artifacts", "azurite");
        var program = Path.Combine(target, "node_modules", "azurite", "dist", "src", "azurite.js");
        Directory.CreateDirectory(target);
        // Two test runs at once must not install over each other.
        using var turn = await TakeTurnAsync(Path.Combine(target, "install.lock"), cancellation);
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancellation);
        var stamp = Path.Combine(target, "installed.json");
        if (File.Exists(program) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == wanted)
            return (program, null);
        foreach (var name in new[] { "package.json", "package-lock.json", ".npmrc" })
            File.Copy(Path.Combine(source, name), Path.Combine(target, name), overwrite: true);
        var output = await InstallAsync(target, cancellation);
        if (!File.Exists(program))
            return (null, $"npm could not install azurite: {output}");
        await File.WriteAllTextAsync(stamp, wanted, cancellation);
        return (program, null);
    }

    private static async Task<string> InstallAsync(string target, CancellationToken cancellation)
    {
        // npm is a script; on Windows only its shell can start it.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", "/c npm ci --ignore-scripts --no-audit --no-fund")
            : new ProcessStartInfo("npm", "ci --ignore-scripts --no-audit --no-fund");
        start.WorkingDirectory = target;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var npm = Process.Start(start)!;
        var errors = npm.StandardError.ReadToEndAsync(cancellation);
        var output = await npm.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await npm.WaitForExitAsync(cancellation);
        return output;
    }

    private static async Task<bool> RunsAsync(string program, string arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }
            )!;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another test process holds the file; the system tells nobody when it lets go.
                await Task.Delay(200, cancellation);
            }
        }
    }
}
