using System.Text.RegularExpressions;
using CrisisFlow.Testing;

namespace CrisisFlow.Fetching.Tests;

public sealed partial class ThereIsOneWayOut
{
    [Fact]
    public void Only_the_guarded_handler_opens_connections_over_HTTP()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "functions");
        var makers = Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Where(static path => Maker().IsMatch(File.ReadAllText(path)))
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        Assert.Equal(["CrisisFlow.Fetching/Guarding/GuardedHttp.cs"], makers);
    }

    /// <summary>A client without a handler of its own, or a handler that is not ours.</summary>
    [GeneratedRegex(
        @"new HttpClient\(\s*\)|new SocketsHttpHandler|new HttpClientHandler|AddHttpClient\(|IHttpClientFactory"
    )]
    private static partial Regex Maker();
}
