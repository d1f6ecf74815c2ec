using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Scripts;

public sealed class A_stand_in_is_never_published : IDisposable
{
    /// <summary>
    /// Asked for the Service Bus trigger extension, it finds none in the feed; it notes what else it is asked.
    /// </summary>
    private const string Dotnet = """
        #!/bin/sh
        echo "$1" >> calls
        [ "$1" != msbuild ] ||
          echo '<ServiceBusTrigger>standin</ServiceBusTrigger>' > artifacts/service-bus-trigger.props

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-publish-").FullName;

    [Fact]
    public void The_script_says_what_the_feed_lacks_and_publishes_nothing()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("dotnet is faked by a shell script, which Windows does not run.");
        foreach (var folder in (string[])["bin", "artifacts", "scripts/lib"])
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        foreach (var script in (string[])["publish-azure", "lib/dotnet.sh"])
            File.Copy(Path.Combine(RepositoryRoot.Path, "scripts", script), Path.Combine(_folder, "scripts", script));
        var dotnet = Path.Combine(_folder, "bin", "dotnet");
        File.WriteAllText(dotnet, Dotnet.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var path = Path.Combine(_folder, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var (exit, output, error) = Running.Start(
            "bash",
            _folder,
            ["scripts/publish-azure"],
            new Dictionary<string, string?> { ["PATH"] = path }
        );

        Assert.Equal(1, exit);
        Assert.StartsWith(
            "Azure packages: published, except the Service Bus trigger extension",
            output,
            StringComparison.Ordinal
        );
        Assert.Equal("Nothing was published: a stand-in is for tests and must never be deployed.", error.Trim());
        Assert.Equal(["msbuild"], File.ReadAllLines(Path.Combine(_folder, "calls")));
    }

    /// <summary>azd calls dotnet publish itself.</summary>
    [Fact]
    public void The_project_refuses_to_be_published_with_it()
    {
        var (exit, output, error) = Running.Start(
            "dotnet",
            RepositoryRoot.Path,
            [
                "msbuild",
                "functions/CrisisFlow.Azure",
                "-t:PrepareForPublish",
                "-p:ServiceBusTrigger=standin",
                "-nologo",
                "-tl:off",
            ],
            new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1" }
        );

        Assert.True(exit != 0, output + error);
        Assert.Contains(
            "built with a stand-in for the Service Bus trigger extension",
            output,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
