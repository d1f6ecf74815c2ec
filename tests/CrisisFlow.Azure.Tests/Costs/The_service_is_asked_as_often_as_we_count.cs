using Azure.Identity;
using CrisisFlow.Azure.Storage;
using CrisisFlow.Azure.Tests.Azurite;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>Our own count against the access log of the service.</summary>
public sealed class The_service_is_asked_as_often_as_we_count
{
    [Fact(Timeout = 240_000)]
    public async Task An_hour_in_which_nothing_is_new()
    {
        var log = new RequestLog();
        await using var azurite = new AzuriteStorage(log);
        await azurite.InitializeAsync();
        var tables = TableClients.Create(
            new TableSettings(null, azurite.ConnectionString),
            new DefaultAzureCredential()
        );
        await using var product = await CountedProduct.StartAsync(sources: 10, tables);
        var (before, counted) = (0, 0L);

        await QuietHour.RunAsync(
            product,
            begins: () => (before, counted) = (log.Requests.Count, product.Store.Transactions)
        );

        var (asked, ours) = (log.Requests.Count - before, product.Store.Transactions - counted);
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} requests in the access log, {ours} counted");
        Assert.InRange(asked, ours * 0.97, ours * 1.03);
    }

    /// <summary>
    /// A transaction of many entities is one request in the log, and as many as its entities in our count.
    /// </summary>
    [Fact(Timeout = 240_000)]
    public async Task A_thousand_mentions()
    {
        const int sources = 50;
        var log = new RequestLog();
        await using var azurite = new AzuriteStorage(log);
        await azurite.InitializeAsync();
        var tables = TableClients.Create(
            new TableSettings(null, azurite.ConnectionString),
            new DefaultAzureCredential()
        );
        await using var product = await CountedProduct.StartAsync(sources, tables);
        await RoundAsync(firstShown: 0);
        var (before, counted) = (log.Requests.Count, product.Store.Transactions);

        await RoundAsync(firstShown: CountedProduct.ItemsAFeed);

        var requests = log.Requests.Skip(before).ToList();
        var batches = requests.Count(static one => one.Contains("$batch", StringComparison.Ordinal));
        var ours = product.Store.Transactions - counted;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{requests.Count} requests in the access log, {batches} of them batches; {ours} entities and reads counted"
        );
        Assert.InRange(batches, 100, requests.Count);
        Assert.InRange(requests.Count, 1, ours);

        async Task RoundAsync(int firstShown)
        {
            product.FirstShown = firstShown;
            product.Clock.Advance(TimeSpan.FromMinutes(5));
            await product.Timers.PollAsync(null!, CancellationToken.None);
            await product.ScoreAsync();
        }
    }
}
