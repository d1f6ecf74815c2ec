using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Tests.Polling;

public sealed class HealthFollowsRules
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly SourceSettings Source = new()
    {
        Name = "News",
        Url = new("https://example.com/feed"),
        Interval = TimeSpan.FromMinutes(5),
        QuietAfter = TimeSpan.FromHours(2),
        FailingAfter = 3,
    };

    [Fact]
    public void A_new_source_is_due_at_once() =>
        Assert.Equal((Start, SourceCondition.New), (Fresh.Due, Fresh.Condition));

    [Fact]
    public void Another_address_starts_afresh()
    {
        var known = Fresh with { Failures = 7, Condition = SourceCondition.Gone, Url = "https://example.com/old" };
        Assert.Equal(Fresh, SourceHealthRules.For(Source, known, Start));
        Assert.Equal(
            known with
            {
                Url = "https://example.com/feed",
            },
            SourceHealthRules.For(Source, known with { Url = "https://example.com/feed" }, Start)
        );
    }

    [Fact]
    public void The_third_failure_in_a_row_is_a_warning_and_the_fourth_is_not()
    {
        var health = Fresh;
        var alerts = new List<SourceAlert>();
        for (var i = 0; i < 4; i++)
        {
            (health, var more) = SourceHealthRules.Failed(
                health,
                Source,
                new(FetchFailure.Status, "'https://example.com/feed' answered 500.", 500),
                Start.AddHours(i)
            );
            alerts.AddRange(more);
        }

        Assert.Equal(
            new SourceAlert(
                "News",
                SourceAlertKind.Failing,
                Start.AddHours(2),
                "Source 'News' has failed 3 times in a row, last ok never: 'https://example.com/feed' answered 500."
            ),
            Assert.Single(alerts)
        );
        (health, var back) = Read(health, Start.AddHours(5), "a");
        Assert.Equal(
            new SourceAlert("News", SourceAlertKind.Recovered, Start.AddHours(5), "Source 'News' is back."),
            Assert.Single(back)
        );
        Assert.Equal((0, "", SourceCondition.Ok), (health.Failures, health.Problem, health.Condition));
    }

    [Fact]
    public void Nothing_new_for_too_long_is_a_warning_once_and_something_new_ends_it()
    {
        var (health, _) = Read(Fresh, Start, "a", "b");
        Assert.Equal(2, health.ItemsSeen);
        (health, var none) = Read(health, Start.AddHours(1), "b", "a");
        Assert.Empty(none);
        (health, var quiet) = SourceHealthRules.Unchanged(health, Source, new(), Start.AddHours(2));
        Assert.Equal(
            "Source 'News' answers, but has had nothing new since 2026-03-01 08:00 UTC; its limit is 2 h.",
            Assert.Single(quiet).Message
        );
        (health, none) = Read(health, Start.AddHours(3), "a", "b");
        Assert.Empty(none);
        (health, var back) = Read(health, Start.AddHours(4), "c", "a");
        Assert.Equal(SourceAlertKind.Recovered, Assert.Single(back).Kind);
        Assert.Equal((3, Start.AddHours(4)), (health.ItemsSeen, health.QuietSince));
    }

    [Fact]
    public void An_empty_document_is_quiet_and_not_a_failure()
    {
        var (health, _) = Read(Fresh, Start);
        Assert.Equal((SourceCondition.Ok, 0), (health.Condition, health.Failures));
        (_, var alerts) = Read(health, Start.AddHours(2));
        Assert.Equal(SourceAlertKind.Quiet, Assert.Single(alerts).Kind);
    }

    [Fact]
    public void Gone_is_told_once()
    {
        var (health, alerts) = SourceHealthRules.Failed(
            Fresh,
            Source,
            new(
                FetchFailure.Gone,
                "'https://example.com/feed' answered 410: it is permanently gone and will not be polled again.",
                410
            ),
            Start
        );
        Assert.Equal(SourceCondition.Gone, health.Condition);
        Assert.Equal(
            "Source 'News' is gone: 'https://example.com/feed' answered 410: it is permanently gone "
                + "and will not be polled again.",
            Assert.Single(alerts).Message
        );
    }

    [Fact]
    public void Back_off_doubles_to_six_hours_with_a_jitter_of_a_tenth_that_is_always_the_same()
    {
        for (var failures = 1; failures < 20; failures++)
        {
            var wait = SourceHealthRules.Wait(Source, failures, null);
            var exact = Math.Min(5 * Math.Pow(2, failures - 1), 360);
            Assert.InRange(wait.TotalMinutes, exact, exact * 1.1);
            Assert.Equal(wait, SourceHealthRules.Wait(Source, failures, null));
        }

        Assert.NotEqual(
            SourceHealthRules.Wait(Source, 2, null),
            SourceHealthRules.Wait(new() { Name = "Other", Interval = Source.Interval }, 2, null)
        );
    }

    [Theory]
    [InlineData(1, 300)]
    [InlineData(900, 900)]
    [InlineData(10_000_000, 86_400)]
    public void A_wait_that_is_asked_for_counts_between_interval_and_a_day(double asked, double counts) =>
        Assert.Equal(counts, SourceHealthRules.Wait(Source, 1, TimeSpan.FromSeconds(asked)).TotalSeconds);

    [Fact]
    public void Conditions_are_dropped_once_an_hour_and_after_a_failure()
    {
        var (health, _) = Read(Fresh, Start, "a");
        Assert.Equal("\"1\"", SourceHealthRules.Request(Source, health, Start.AddMinutes(59)).ETag);
        Assert.Null(SourceHealthRules.Request(Source, health, Start.AddHours(1)).ETag);
        (health, _) = SourceHealthRules.Failed(health, Source, new(FetchFailure.Status, "x"), Start.AddHours(1));
        Assert.Null(SourceHealthRules.Request(Source, health, Start.AddHours(2)).ETag);
    }

    [Theory]
    [InlineData(2, 60)]
    [InlineData(30, 60)]
    [InlineData(120, 240)]
    [InlineData(1440, 1440)]
    public void Everything_is_fetched_every_hour_or_every_second_time_and_at_least_once_a_day(int minutes, int every) =>
        Assert.Equal(
            every,
            SourceHealthRules.FullFetchEvery(new() { Interval = TimeSpan.FromMinutes(minutes) }).TotalMinutes
        );

    [Fact]
    public void A_source_that_fails_as_often_as_it_may_cannot_be_read_since_its_last_good_answer()
    {
        var (health, _) = Read(Fresh, Start, "a");
        for (var i = 1; i <= 3; i++)
        {
            Assert.Null(SourceHealthRules.UnreadSince(Source, health, Start.AddMinutes(5 * i)));
            health = Fail(health, Start.AddMinutes(5 * i));
        }

        Assert.Equal(Start, SourceHealthRules.UnreadSince(Source, health, Start.AddMinutes(15)));
        (health, _) = Read(health, Start.AddHours(7), "a");
        Assert.Null(SourceHealthRules.UnreadSince(Source, health, Start.AddHours(7)));
        Assert.Equal(
            new UnreadSpan("News", Start, Start.AddHours(7)),
            Assert.Single(UnreadSpans.Read("News", health.Gaps))
        );
    }

    [Fact]
    public void A_source_that_nobody_asked_for_long_cannot_be_read_either()
    {
        var (health, _) = Read(Fresh, Start, "a");
        Assert.Null(SourceHealthRules.UnreadSince(Source, health, Start.AddMinutes(20)));
        Assert.Equal(Start, SourceHealthRules.UnreadSince(Source, health, Start.AddMinutes(21)));
        Assert.Null(SourceHealthRules.UnreadSince(Source, Fresh, Start.AddHours(9)));
    }

    [Fact]
    public void One_failure_between_good_answers_is_no_gap()
    {
        var (health, _) = Read(Fresh, Start, "a");
        (health, _) = Read(Fail(health, Start.AddMinutes(5)), Start.AddMinutes(10), "a");
        Assert.Equal("", health.Gaps);
    }

    [Fact(Timeout = 120_000)]
    public async Task Sight_tells_which_sources_could_not_be_read_between_two_moments()
    {
        var store = new MemoryEntityStore();
        await store.CreateTablesAsync([SourceHealthStore.Table], TestContext.Current.CancellationToken);
        var rows = new SourceHealthStore(store);
        var (health, _) = Read(Fresh, Start, "a");
        health = Fail(Fail(Fail(health, Start.AddHours(1)), Start.AddHours(1)), Start.AddHours(1));
        (health, _) = Read(health, Start.AddHours(3), "a");
        await rows.SaveAsync(health, TestContext.Current.CancellationToken);
        var sight = new SourceSight(rows, [Source]);
        Assert.Equal([new("News", Start.AddHours(2), Start.AddHours(3))], await BetweenAsync(2, 8));
        Assert.Equal([], await BetweenAsync(3, 8));
        // It has not been read since: what came later cannot be known.
        Assert.Equal([new("News", Start.AddHours(3), Start.AddHours(9))], await BetweenAsync(3, 9, now: 10));
        Assert.Equal([], await new SourceSight(rows, []).UnreadNowAsync(Start.AddHours(10)));

        Task<IReadOnlyList<UnreadSpan>> BetweenAsync(int from, int until, int now = 3) =>
            sight.UnreadAsync(
                Start.AddHours(from),
                Start.AddHours(until),
                Start.AddHours(now),
                TestContext.Current.CancellationToken
            );
    }

    private static SourceHealth Fail(SourceHealth health, DateTimeOffset at) =>
        SourceHealthRules.Failed(health, Source, new(FetchFailure.Status, "x"), at).Health;

    [Fact]
    public void A_source_that_has_moved_is_asked_there_from_the_third_time_and_without_its_key()
    {
        var source = new SourceSettings
        {
            Name = "News",
            Url = Source.Url,
            Headers = { ["X-Key"] = "secret" },
        };
        var health = Fresh;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Source.Url, health.Address);
            (health, _) = SourceHealthRules.Read(
                health,
                source,
                Answer with
                {
                    MovedTo = new("https://elsewhere.example/feed"),
                },
                Document("a"),
                Start
            );
        }

        var request = SourceHealthRules.Request(source, health, Start);
        Assert.Equal("https://elsewhere.example/feed", request.Url.AbsoluteUri);
        Assert.Null(request.Headers);
    }

    private static readonly FetchResult.Fetched Answer = new(
        default,
        new("https://example.com/feed"),
        null,
        "\"1\"",
        null,
        null
    );

    private static SourceHealth Fresh => SourceHealthRules.Initial(Source, Start);

    private static (SourceHealth, IReadOnlyList<SourceAlert>) Read(
        SourceHealth health,
        DateTimeOffset at,
        params string[] ids
    ) => SourceHealthRules.Read(health, Source, Answer, Document(ids), at);

    private static Document Document(params string[] ids) =>
        new(
            DocumentKind.Rss,
            null,
            null,
            [.. ids.Select(static id => new DocumentItem(id, id, null, null, null, null, ""))],
            []
        );
}
