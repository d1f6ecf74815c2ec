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
}
