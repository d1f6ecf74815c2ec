using Azure.Identity;
using CrisisFlow.Azure.Storage;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Tests.Storage;

/// <summary>What the store says when Table Storage is busy, broken or not there.</summary>
public sealed class TablesInTroubleTests : IAsyncLifetime
{
    private VendorServer _server = null!;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        _server = await VendorServer.StartAsync();
        _address = _server.Address;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task A_write_that_meets_a_busy_service_is_not_repeated_and_says_how_long_to_wait()
    {
        _server.Then(
            503,
            """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""",
            ("Retry-After", "7")
        );

        var failed = await Assert.ThrowsAsync<StoreUnavailableException>(InsertAsync);

        Assert.Equal("Table Storage answered 503 (ServerBusy).", failed.Message);
        Assert.Equal(TimeSpan.FromSeconds(7), failed.RetryAfter);
        Assert.Single(_server.Requests);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_may_go_through_later_is_no_bug(int status)
    {
        _server.Then(status);

        await Assert.ThrowsAsync<StoreUnavailableException>(InsertAsync);
        Assert.Single(_server.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_read_is_repeated()
    {
        _server.Then(503).Then(404, """{"odata.error":{"code":"ResourceNotFound","message":{"value":"no"}}}""");

        Assert.Null(await Store().GetAsync("cases", new EntityKey("p", "r")));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_request_the_service_does_not_understand_is_a_bug_and_passes()
    {
        _server.Then(400, """{"odata.error":{"code":"InvalidInput","message":{"value":"bad"}}}""");

        await Assert.ThrowsAsync<global::Azure.RequestFailedException>(InsertAsync);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_service_that_is_not_there_cannot_answer()
    {
        await _server.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(InsertAsync);
    }

    private Task<CommitResult> InsertAsync() =>
        Store().CommitAsync("cases", "p", [new EntityChange.Insert("r", new() { { "n", 1L } })]);

    private TableEntityStore Store() =>
        TableClients.Create(
            new TableSettings(
                null,
                $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;"
                    + $"TableEndpoint={_address}/devstoreaccount1;"
            ),
            new DefaultAzureCredential()
        );
}
