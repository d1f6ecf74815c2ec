using System.Diagnostics;
using System.Text.Json;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Checking;

/// <summary>
/// Runs infra/checks/check.mjs. Its packages are installed once, under artifacts/, from the lock file.
/// </summary>
internal static class BicepCheck
{
    private static readonly Lazy<string?> Missing = new(Install);
    private static readonly Lazy<CheckReport> Real = new(() => Check(Infra));

    public static string Infra => Path.Combine(RepositoryRoot.Path, "infra");

    private static string Modules => Path.Combine(RepositoryRoot.Path, "artifacts", "infra-checks");

    /// <summary>
    /// Checks a folder laid out like infra/; skips the test where the checks cannot run, but never in CI.
    /// </summary>
    public static CheckReport Run(string? folder = null)
    {
        SkipWhereMissing();
        return folder is null ? Real.Value : Check(folder);
    }

    /// <summary>Runs another script of infra/checks, with what it reads from its input.</summary>
    public static string Ask(string script, string input)
    {
        SkipWhereMissing();
        var (exit, output, error) = Running.Start(
            "node",
            RepositoryRoot.Path,
            [Path.Combine(Infra, "checks", script), Modules],
            input: input
        );
        Assert.True(exit == 0, $"{script} ended with {exit}: {error}");
        return output;
    }

    private static void SkipWhereMissing()
    {
        if (Missing.Value is { } reason)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
        }
    }

    private static CheckReport Check(string folder)
    {
        var (exit, output, error) = Start(
            "node",
            RepositoryRoot.Path,
            Path.Combine(Infra, "checks", "check.mjs"),
            folder,
            Modules
        );
        Assert.True(exit == 0, $"check.mjs ended with {exit}: {error}");
        return JsonSerializer.Deserialize(output, CheckJson.Default.CheckReport)!;
    }

    private static string? Install()
    {
        var source = Path.Combine(Infra, "checks", "package-lock.json");
        var installed = Path.Combine(Modules, "node_modules", ".package-lock.json");
        try
        {
            if (Start("node", RepositoryRoot.Path, "--version").Exit != 0)
                return "Node.js does not run here.";
            Directory.CreateDirectory(Modules);
            // Test processes may start at one time; one of them installs.
            using var gate = Gate(Path.Combine(Modules, "install.lock"));
            var copy = Path.Combine(Modules, "package-lock.json");
            if (File.Exists(installed) && File.Exists(copy) && File.ReadAllText(copy) == File.ReadAllText(source))
                return null;
            File.Copy(
                Path.Combine(Infra, "checks", "package.json"),
                Path.Combine(Modules, "package.json"),
                overwrite: true
            );
            File.Copy(source, copy, overwrite: true);
            string[] install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
            var (exit, _, error) = OperatingSystem.IsWindows()
                ? Start("cmd", Modules, ["/c", "npm", .. install])
                : Start("npm", Modules, install);
            return exit == 0 ? null : $"npm could not install the packages of infra/checks: {error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js with npm is not installed; the checks of the Bicep files need it.";
        }
    }

    private static FileStream Gate(string file)
    {
        for (var until = Stopwatch.StartNew(); ; Thread.Yield())
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (until.Elapsed < TimeSpan.FromMinutes(2)) { }
        }
    }

    private static (int Exit, string Output, string Error) Start(
        string program,
        string folder,
        params string[] arguments
    ) => Running.Start(program, folder, arguments);
}
