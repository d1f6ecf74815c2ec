using System.Text;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Tests.Triggers;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed class StorageThatIsAwayTests
{
    [Fact(Timeout = 60_000)]
    public async Task Tables_that_cannot_be_reached_at_start_are_told_of_and_tried_again_until_they_are_there()
    {
        var (store, log) = (new AwayStore { Failures = 3 }, new LogLines<TablesAtStart>());
        var settled = 0;
        using var start = new TablesAtStart(
            store,
            ["cases"],
            _ =>
            {
                settled++;
                return Task.CompletedTask;
            },
            "https://account.table.core.windows.net/",
            new HastyClock(DateTimeOffset.UnixEpoch),
            log
        );

        await start.StartAsync(CancellationToken.None);
        await start.Done;

        Assert.Equal(
            ((int[])[2, 4, 8]).Select(pause =>
                "Error TablesAway: The tables at https://account.table.core.windows.net/ cannot be reached; "
                + $"retrying in {pause} s: Table Storage answered 503 (ServerBusy)."
            ),
            log
        );
        Assert.Equal(1, settled);
        Assert.Null(await store.Inner.GetAsync("cases", new EntityKey("p", "r")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Health_says_that_storage_is_away()
    {
        // No tables: the store cannot answer.
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment())
            .AddAzureHost(StartSettingsTests.Read(StartSettingsTests.Enough), TimeProvider.System)
            .AddSingleton<IEntityStore>(new MemoryEntityStore())
            .BuildServiceProvider();

        var answer = await AskAsync(services, "GET", "/health", Stream.Null);

        Assert.Equal((503, """{"status":"storage away"}"""), answer);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_the_web_server_refuses_gets_the_web_server_s_status()
    {
        var settings = new Dictionary<string, string?>(StartSettingsTests.Enough)
        {
            ["ApiKeys:Mentions"] = "key-of-32-characters-for-mentions",
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment())
            .AddAzureHost(StartSettingsTests.Read(settings), TimeProvider.System)
            .AddSingleton<IEntityStore>(new MemoryEntityStore())
            .BuildServiceProvider();

        var answer = await AskAsync(services, "POST", "/mentions", new RefusedBody());

        Assert.Equal((413, """{"error":"Request body too large."}"""), answer);
    }

    private static async Task<(int Status, string Body)> AskAsync(
        IServiceProvider services,
        string method,
        string path,
        Stream body
    )
    {
        var routes = ActivatorUtilities.CreateInstance<HttpRoutes>(services);
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.Path, context.Request.Body) = (method, path, body);
        context.Request.Headers["X-Api-Key"] = "key-of-32-characters-for-mentions";
        var written = new MemoryStream();
        context.Response.Body = written;
        var answer =
            path == "/health"
                ? await routes.HealthAsync(context.Request, null!, CancellationToken.None)
                : await routes.MentionsAsync(context.Request, null!);
        await answer.ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()).TrimEnd());
    }

    /// <summary>As Kestrel's body when its length is over the limit.</summary>
    private sealed class RefusedBody : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
    }

    private sealed class AwayStore : IEntityStore
    {
        public MemoryEntityStore Inner { get; } = new();

        public int Failures { get; set; }

        public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
            Failures-- > 0
                ? throw new StoreUnavailableException("Table Storage answered 503 (ServerBusy).")
                : Inner.CreateTablesAsync(tables, cancellation);

        public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default) =>
            Inner.GetAsync(table, key, cancellation);

        public IAsyncEnumerable<Entity> ScanAsync(
            string table,
            string partition,
            RowRange range,
            int? take = null,
            CancellationToken cancellation = default
        ) => Inner.ScanAsync(table, partition, range, take, cancellation);

        public Task<CommitResult> CommitAsync(
            string table,
            string partition,
            IReadOnlyList<EntityChange> changes,
            CancellationToken cancellation = default
        ) => Inner.CommitAsync(table, partition, changes, cancellation);
    }
}
