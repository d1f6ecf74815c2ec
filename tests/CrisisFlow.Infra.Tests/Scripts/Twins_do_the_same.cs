using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Scripts;

/// <summary>
/// A script and its twin for PowerShell ask dotnet for the same, say the same and end the same. dotnet itself is faked:
/// it notes what it is asked.
/// </summary>
public sealed class Twins_do_the_same : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        # PowerShell as a tool of dotnet is started by dotnet too.
        case "$1" in *pwsh.dll) exec "$(PATH=$REST command -v dotnet)" "$@" ;; esac
        for word in "$@"; do printf '[%s] ' "$word" >> calls; done
        echo >> calls
        case "$1" in
          test)
            mkdir -p artifacts/test-results
            counters='<Counters total="5" executed="4" passed="3" failed="1" />'
            echo "<TestRun><ResultSummary>$counters</ResultSummary></TestRun>" > artifacts/test-results/one.trx ;;
          publish) mkdir -p artifacts/publish/azure; touch artifacts/publish/azure/functions.metadata ;;
        esac
        exit "${CODE:-0}"

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-scripts-").FullName;

    [Theory]
    [InlineData("start", 0)]
    [InlineData("start check", 0)]
    [InlineData("start", 3)]
    [InlineData("test", 0)]
    [InlineData("evaluate --only reading,scoring", 4)]
    [InlineData("train", 2)]
    [InlineData("cost", 2)]
    [InlineData("sync-parameters", 0)]
    [InlineData("generate", 0)]
    [InlineData("publish-azure", 0)]
    public void Twins_do_the_same_in_words_in_what_they_ask_for_and_in_how_they_end(string line, int code)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("dotnet is faked by a shell script, which Windows does not run.");
        foreach (var shell in (string[])["bash", "pwsh"])
            if (Shells.Missing(shell) is { } reason)
                Assert.Skip(reason);
        Prepare();
        var (script, arguments) = (line.Split(' ')[0], line.Split(' ')[1..]);

        var plain = Run("bash", code, [Path.Combine("scripts", script), .. arguments]);
        var twin = Run(
            "pwsh",
            code,
            ["-NoProfile", "-NonInteractive", "-File", Path.Combine("scripts", script + ".ps1"), .. arguments]
        );

        Assert.Equal(plain, twin);
        Assert.Contains("[", plain, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Prepare()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(RepositoryRoot.Path, "scripts"),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryRoot.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var dotnet = Path.Combine(_folder, "bin", "dotnet");
        foreach (var folder in (string[])["bin", "artifacts"])
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.WriteAllText(dotnet, Dotnet.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(
            Path.Combine(_folder, "artifacts", "service-bus-trigger.props"),
            "<Project><PropertyGroup><ServiceBusTrigger>real</ServiceBusTrigger></PropertyGroup></Project>\n"
        );
    }

    /// <summary>What it said, what it asked dotnet for, and how it ended.</summary>
    private string Run(string shell, int code, IEnumerable<string> arguments)
    {
        var calls = Path.Combine(_folder, "calls");
        File.Delete(calls);
        foreach (var left in (string[])["test-results", "publish"])
            if (Directory.Exists(Path.Combine(_folder, "artifacts", left)))
                Directory.Delete(Path.Combine(_folder, "artifacts", left), recursive: true);
        var path = Environment.GetEnvironmentVariable("PATH");
        var (exit, output, error) = Running.Start(
            shell,
            _folder,
            arguments,
            new Dictionary<string, string?>
            {
                ["PATH"] = Path.Combine(_folder, "bin") + Path.PathSeparator + path,
                ["REST"] = path,
                ["CODE"] = code.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        );
        return $"{output}{error}{(File.Exists(calls) ? File.ReadAllText(calls) : "")}{exit}";
    }
}
