using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>
/// The real Bicep compiler, from its package. Where the feed has no such package, what asks for it is skipped and
/// nothing else is touched.
/// </summary>
internal static class BicepCompiler
{
    private static readonly Lazy<(string? Path, string Reason)> Found = new(Find);

    // The compiler must not ask a bare machine for ICU, and the examples must not take names from this machine's
    // environment.
    private static readonly Dictionary<string, string?> Surroundings = new()
    {
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
        ["AZURE_ENV_NAME"] = null,
        ["CRISISFLOW_MAIL_FROM"] = null,
        ["CRISISFLOW_ALERT_EMAILS"] = null,
    };

    /// <param name="environmentName">What the example files read from AZURE_ENV_NAME; null = their own default.</param>
    public static (int Exit, string Output, string Error) Run(
        string folder,
        string? environmentName,
        params string[] arguments
    )
    {
        if (Found.Value.Path is not { } compiler)
        {
            Assert.Skip(Found.Value.Reason);
            throw new InvalidOperationException();
        }

        return Running.Start(
            compiler,
            folder,
            arguments,
            new Dictionary<string, string?>(Surroundings) { ["AZURE_ENV_NAME"] = environmentName }
        );
    }

    private static (string?, string) Find()
    {
        var project = Path.Combine(BicepCheck.Infra, "checks", "compiler", "BicepCompiler.csproj");
        var (exit, output, error) = Running.Start(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            RepositoryRoot.Path,
            [
                "msbuild",
                project,
                "-restore",
                "-t:FindBicep",
                "-getProperty:BicepCompiler",
                "-nologo",
                "-nodeReuse:false",
            ]
        );
        var path = output.Trim();
        if (exit != 0 || !File.Exists(path))
            return (null, $"The package feed has no Bicep compiler for this machine: {(output + error).Trim()}");
        // A package does not keep the right to be run.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        return (path, "");
    }
}
