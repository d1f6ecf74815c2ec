using System.Net;
using System.Text;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using Xunit;

namespace CrisisFlow.Testing.Feeds;

/// <summary>A fault server and a fetcher that may reach it, with small limits where a test wants to meet one.</summary>
public abstract class FetchFixture : IAsyncLifetime
{
    protected FaultServer Server { get; } = new();

    /// <summary>Long enough for a loaded machine, and never waited for unless a test is about it.</summary>
    protected static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected GuardOptions Options => new() { AllowHosts = [Server.AllowHost] };

    protected Task<FetchResult> FetchAsync(string path, GuardOptions? options = null) =>
        FetchAsync(Server.Url(path), options);

    protected async Task<FetchResult> FetchAsync(
        Uri url,
        GuardOptions? options = null,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        using var fetcher = new Fetcher(options ?? Options);
        return await fetcher.FetchAsync(new(url, headers), TestContext.Current.CancellationToken);
    }

    protected static string Text(FetchResult result) =>
        Encoding.UTF8.GetString(Assert.IsType<FetchResult.Fetched>(result).Body.Span);

    protected static void Fails(FetchFailure reason, string message, FetchResult result)
    {
        var failed = Assert.IsType<FetchResult.Failed>(result);
        Assert.Equal((reason, message), (failed.Reason, failed.Message));
    }

    protected static GuardOptions Resolving(GuardOptions options, params string[] addresses) =>
        options with
        {
            Resolve = (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()),
        };
}
