using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Scripts;

/// <summary>Both shells take every script; each script has its twin, and the table of scripts names it.</summary>
public sealed class Every_script_can_be_read
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "scripts");

    private static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    [Fact]
    public void Sh_reads_its_scripts()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows brings no sh.");
        if (Shells.Missing("bash") is { } reason)
            Assert.Skip(reason);
        var scripts = All.Where(f => Path.GetExtension(f) is "" or ".sh").Order(StringComparer.Ordinal).ToList();

        Assert.True(scripts.Count >= 10, $"Only {scripts.Count} scripts were found.");
        Assert.All(
            scripts,
            script =>
            {
                var shell = File.ReadLines(script).First().Contains("bash", StringComparison.Ordinal) ? "bash" : "sh";
                Assert.Equal((0, "", ""), Running.Start(shell, Folder, ["-n", script]));
            }
        );
    }

    [Fact]
    public void PowerShell_reads_its_scripts()
    {
        if (Shells.Missing("pwsh") is { } reason)
            Assert.Skip(reason);
        const string parse = """
            Get-ChildItem . -Recurse -Filter *.ps1 | ForEach-Object {
              $errors = $null
              [Management.Automation.Language.Parser]::ParseFile($_.FullName, [ref] $null, [ref] $errors) | Out-Null
              $errors | ForEach-Object { "$($_.Extent.File)($($_.Extent.StartLineNumber)): $($_.Message)" }
              $read++
            }
            "$read read"
            """;

        var (exit, said, error) = Running.Start("pwsh", Folder, ["-NoProfile", "-NonInteractive", "-Command", parse]);

        Assert.Equal(
            (0, $"{All.Count(f => f.EndsWith(".ps1", StringComparison.Ordinal))} read", ""),
            (exit, said.Trim(), error)
        );
    }

    [Fact]
    public void Every_script_has_its_twin_and_stands_in_the_table()
    {
        var table = File.ReadAllText(Path.Combine(Folder, "README.md"));

        Assert.All(
            Directory.EnumerateFiles(Folder).Where(f => Path.GetExtension(f) == ""),
            script =>
            {
                Assert.Contains($"| `{Path.GetFileName(script)}` |", table, StringComparison.Ordinal);
                Assert.True(File.Exists(script + ".ps1"), $"{Path.GetFileName(script)} has no twin for PowerShell.");
            }
        );
    }
}
