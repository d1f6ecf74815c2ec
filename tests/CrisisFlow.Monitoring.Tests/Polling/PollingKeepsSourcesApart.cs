using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Monitoring.Polling;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Reading;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Monitoring.Tests.Polling;

public sealed class PollingKeepsSourcesApart : FetchFixture
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly MemoryEntityStore _entities = new();
    private readonly ConcurrentQueue<(string Source, Document Document)> _delivered = new();
    private Func<string, Task> _onDelivery = static _ => Task.CompletedTask;

    [Fact(Timeout = 120_000)]
    public async Task A_source_that_stalls_costs_the_others_nothing()
    {
        Server.On("/stall", static (_, wire) => wire.StallAsync());
        Server.Answer("/good", FeedTexts.Rss("one", "two"));
        using var fetcher = new Fetcher(Options with { Headers = TimeSpan.FromSeconds(1) });
        var poller = await PollerAsync(
            fetcher,
            [Source("stall"), .. Enumerable.Range(0, 20).Select(i => Source("good", "good" + i))]
        );
        var round = poller.PollDueAsync(Start, TestContext.Current.CancellationToken);
        var report = await round;
        Assert.Equal((21, 40), (report.Polled, report.Items));
        Assert.Equal($"'{Server.Url("/stall")}' sent no headers within 1 s.", Assert.Single(report.Problems).Message);
        Assert.Equal(20, _delivered.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_dozen_that_stall_leave_room_for_the_others()
    {
        Server.On("/stall", static (_, wire) => wire.StallAsync());
        await using var other = new FaultServer();
        other.Answer("/good", FeedTexts.Rss("one"));
        using var fetcher = new Fetcher(
            Options with
            {
                AllowHosts = [Server.AllowHost, other.AllowHost],
                Headers = TimeSpan.FromMinutes(5),
                Total = TimeSpan.FromMinutes(5),
            }
        );
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var told = new TaskCompletionSource();
        _onDelivery = _ =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        };
        var good = Source("good");
        good.Url = other.Url("/good");
        var poller = await PollerAsync(
            fetcher,
            [.. Enumerable.Range(0, 12).Select(i => Source("stall", "stall" + i)), good]
        );
        var round = poller.PollDueAsync(Start, leaving.Token);
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(round.IsCompleted);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
    }

    [Fact(Timeout = 120_000)]
    public async Task While_one_source_stalls_the_others_are_asked_again_and_again()
    {
        Server.On("/stall", static (_, wire) => wire.StallAsync());
        Server.Answer("/good", FeedTexts.Rss("one"));
        using var fetcher = new Fetcher(Options);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var poller = await PollerAsync(fetcher, [Source("stall"), Source("good")]);
        var stalled = poller.PollDueAsync(Start, leaving.Token);
        for (var minutes = 5; _delivered.Count < 3; minutes += 5)
        {
            // The first round asks both and does not end; the ones after it ask whoever has answered.
            var report = await PollAsync(poller, minutes);
            Assert.InRange(report.Polled, 0, 1);
        }

        Assert.False(stalled.IsCompleted);
        Assert.Equal(1, Server.Requests.Count(request => request.Path == "/stall"));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stalled);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_is_asked_again_when_its_interval_is_over_and_conditionally()
    {
        Server.Answer("/feed", FeedTexts.Rss("one"), "text/xml", ("ETag", "\"1\""));
        using var fetcher = new Fetcher(Options);
        var poller = await PollerAsync(fetcher, [Source("feed")]);
        Assert.Equal(1, (await PollAsync(poller, 0)).Polled);
        Assert.Equal(0, (await PollAsync(poller, 4)).Polled);
        Assert.Equal(Start.AddMinutes(5), poller.NextDue);
        Server.Status("/feed", 304);
        Assert.Equal((1, 0), ((await PollAsync(poller, 5)) is var report ? (report.Polled, report.Items) : default));
        Assert.Equal("\"1\"", Server.Requests[1].Headers["If-None-Match"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_restart_remembers_what_is_due_and_what_was_told()
    {
        Server.Status("/feed", 500);
        using var fetcher = new Fetcher(Options);
        var first = await PollerAsync(fetcher, [Source("feed", failingAfter: 1)]);
        Assert.Equal(SourceAlertKind.Failing, Assert.Single((await PollAsync(first, 0)).Alerts).Kind);
        var second = await PollerAsync(fetcher, [Source("feed", failingAfter: 1)]);
        Assert.Equal(0, (await PollAsync(second, 1)).Polled);
        Assert.Empty((await PollAsync(second, 10)).Alerts);
        Server.Answer("/feed", FeedTexts.Rss("one"));
        Assert.Equal("Source 'feed' is back.", Assert.Single((await PollAsync(second, 60)).Alerts).Message);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("", "The document is empty; a source that has nothing to say sends a document without items.")]
    [InlineData(
        "<!doctype html><html><title>Welcome</title></html>",
        "A web page came instead of a document (its title is 'Welcome'); the address may be that of the site and "
            + "not of its feed."
    )]
    [InlineData(
        "<html><title>Just a moment...</title></html>",
        "A page that asks for proof of a human came instead of a document (it says 'Just a moment...')."
    )]
    public async Task What_is_no_document_is_a_failure_and_not_quiet(string body, string message)
    {
        Server.Answer("/feed", body, "text/html");
        using var fetcher = new Fetcher(Options);
        var report = await PollAsync(await PollerAsync(fetcher, [Source("feed")]), 0);
        Assert.Equal(message, Assert.Single(report.Problems).Message);
        var health = await new SourceHealthStore(_entities).GetAsync("feed", TestContext.Current.CancellationToken);
        Assert.Equal((1, message, (DateTimeOffset?)null), (health!.Failures, health.Problem, health.LastOk));
        Assert.Empty(_delivered);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_could_not_be_stored_comes_again()
    {
        Server.Answer("/feed", FeedTexts.Rss("one"), "text/xml", ("ETag", "\"1\""));
        Server.Answer("/other", FeedTexts.Rss("two"));
        _onDelivery = static source =>
            source == "feed" ? throw new StoreUnavailableException("The disk is full.") : Task.CompletedTask;
        using var fetcher = new Fetcher(Options);
        var poller = await PollerAsync(fetcher, [Source("feed"), Source("other")]);
        var report = await PollAsync(poller, 0);
        Assert.Equal(
            "Items from source 'feed' could not be stored: The disk is full.",
            Assert.Single(report.Problems).Message
        );
        Assert.Equal("other", Assert.Single(_delivered).Source);
        _onDelivery = static _ => Task.CompletedTask;
        Assert.Equal(2, (await PollAsync(poller, 5)).Items);
        Assert.DoesNotContain("If-None-Match", Server.Requests.Last(request => request.Path == "/feed").Headers.Keys);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_that_is_gone_is_not_asked_again()
    {
        Server.Status("/feed", 410);
        using var fetcher = new Fetcher(Options);
        var poller = await PollerAsync(fetcher, [Source("feed")]);
        Assert.Equal(SourceAlertKind.Gone, Assert.Single((await PollAsync(poller, 0)).Alerts).Kind);
        Assert.Equal(0, (await PollAsync(poller, 10_000)).Polled);
        Assert.Null(poller.NextDue);
    }

    [Fact(Timeout = 120_000)]
    public async Task Pages_of_an_api_are_followed_by_token_and_by_number()
    {
        Server.Answer("/token", """{"list":[{"t":"a"},{"t":"b"}],"next":"x1"}""", "application/json");
        Server.Answer("/token?after=x1", """{"list":[{"t":"c"}],"next":""}""", "application/json");
        Server.Answer("/count?page=1", """{"list":[{"t":"a"}]}""", "application/json");
        Server.Answer("/count?page=2", """{"list":[{"t":"b"}]}""", "application/json");
        Server.Answer("/count?page=3", """{"list":[]}""", "application/json");
        var token = Source("token");
        token.Mapping = new JsonMapping
        {
            Items = "/list",
            Title = "/t",
            Next = "/next",
            NextParameter = "after",
        };
        var count = Source("count?page=1", "count");
        count.Mapping = new JsonMapping
        {
            Items = "/list",
            Title = "/t",
            NextParameter = "page",
        };
        using var fetcher = new Fetcher(Options);
        var report = await PollAsync(await PollerAsync(fetcher, [token, count]), 0);
        Assert.Empty(report.Problems);
        Assert.Equal(["a", "b", "c"], Titles("token"));
        Assert.Equal(["a", "b"], Titles("count"));
    }

    private IEnumerable<string> Titles(string source) =>
        _delivered.Single(one => one.Source == source).Document.Items.Select(static item => item.Title);

    private static Task<PollReport> PollAsync(Poller poller, double minutes) =>
        poller.PollDueAsync(Start.AddMinutes(minutes), TestContext.Current.CancellationToken);

    private SourceSettings Source(string path, string? name = null, int failingAfter = 3) =>
        new()
        {
            Name = name ?? path,
            Url = Server.Url("/" + path),
            FailingAfter = failingAfter,
        };

    private async Task<Poller> PollerAsync(Fetcher fetcher, IReadOnlyList<SourceSettings> sources)
    {
        await _entities.CreateTablesAsync([SourceHealthStore.Table], TestContext.Current.CancellationToken);
        return new(
            sources,
            fetcher,
            new SourceHealthStore(_entities),
            async (source, document, _) =>
            {
                await _onDelivery(source.Name);
                _delivered.Enqueue((source.Name, document));
            }
        );
    }
}
