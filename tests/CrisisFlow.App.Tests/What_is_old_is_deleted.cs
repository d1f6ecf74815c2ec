using CrisisFlow.App.Composition;
using CrisisFlow.App.Housekeeping;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Scoring;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.App.Tests;

public sealed class What_is_old_is_deleted
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TopicId Brand = new("brand"),
        Gone = new("gone");

    private readonly MemoryEntityStore _store = new();
    private readonly FakeTimeProvider _clock = new(Start);

    [Fact(Timeout = 120_000)]
    public async Task Mentions_and_their_hours_go_when_their_time_is_over_and_not_before()
    {
        await FillAsync(Brand, days: 40);

        await RunAsync([Brand], keepDays: 30);

        Assert.Equal(30, await HoursAsync(Brand));
        Assert.Equal(30, await MentionsAsync(Brand, days: 40));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_shorter_time_takes_effect_on_everything_kept_so_far()
    {
        await FillAsync(Brand, days: 60);
        await RunAsync([Brand], keepDays: 60);

        await RunAsync([Brand], keepDays: 5);

        Assert.Equal(5, await MentionsAsync(Brand, days: 60));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_host_that_was_away_for_months_catches_up()
    {
        await FillAsync(Brand, days: 20);
        await RunAsync([Brand], keepDays: 30);

        _clock.Advance(TimeSpan.FromDays(200));
        await RunAsync([Brand], keepDays: 30);

        Assert.Equal(0, await MentionsAsync(Brand, days: 240));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_topic_that_left_settings_is_deleted_too()
    {
        await FillAsync(Gone, days: 10);
        await RunAsync([Brand, Gone], keepDays: 30);

        _clock.Advance(TimeSpan.FromDays(40));
        await RunAsync([Brand], keepDays: 30);

        Assert.Equal(0, await MentionsAsync(Gone, days: 60));
    }

    [Fact(Timeout = 120_000)]
    public async Task Old_warnings_go_with_everything_that_hangs_on_them_and_one_that_stands_stays()
    {
        await _store.CreateTablesAsync(StoredTables.All);
        var journal = new WarningJournal(_store);
        await AssessAsync(journal, Start, Story("the first"));
        await AssessAsync(journal, Start.AddDays(2));
        await AssessAsync(journal, Start.AddDays(20), Story("the second"));
        Assert.Equal(2, await WarningRowsAsync(WarningTables.Views));

        _clock.Advance(TimeSpan.FromDays(40));
        await RunAsync([Brand], keepDays: 30, keepWarnings: 10);

        Assert.Equal(0, await WarningRowsAsync(WarningTables.Events));
        Assert.Equal(1, await WarningRowsAsync(WarningTables.Views));
    }

    private static Candidate Story(string title) =>
        new(title, RiskCategory.ProductSafety, new RiskIndex(60, []), 9, true, true, true, [])
        {
            Key = StoryKey.Of(RiskCategory.ProductSafety, title, []),
        };

    private static Task AssessAsync(WarningJournal journal, DateTimeOffset at, params Candidate[] stories) =>
        journal.TellAsync(
            Brand,
            new WarningCommand.Assess(at, Brand, stories, new WarningSettings(), TimeZoneInfo.Utc),
            _ => []
        );

    private Task RunAsync(IReadOnlyList<TopicId> topics, int keepDays, int keepWarnings = 730) =>
        new Retention(
            _store,
            topics,
            new RetentionSettings
            {
                Mentions = TimeSpan.FromDays(keepDays),
                Warnings = TimeSpan.FromDays(keepWarnings),
            },
            _clock
        ).RunAsync();

    /// <summary>One mention a day, and its hour merged, as the host leaves them.</summary>
    private async Task FillAsync(TopicId topic, int days)
    {
        await _store.CreateTablesAsync(StoredTables.All);
        for (var day = 1; day <= days; day++)
        {
            var hour = MentionTables.HourOf(_clock.GetUtcNow().AddDays(-day) + TimeSpan.FromHours(1));
            await _store.CommitAsync(
                MentionTables.Mentions,
                MentionTables.Partition(topic, hour),
                [new EntityChange.Insert(MentionTables.MentionPrefix + "x", new() { { "at", hour } })]
            );
            await _store.CommitAsync(
                MentionTables.Hours,
                topic.Value,
                [new EntityChange.Insert(MentionTables.HourRow(hour), new() { { "at", hour } })]
            );
        }
    }

    private async Task<int> MentionsAsync(TopicId topic, int days)
    {
        var count = 0;
        for (
            var hour = MentionTables.HourOf(_clock.GetUtcNow().AddDays(-days));
            hour <= _clock.GetUtcNow();
            hour += TimeSpan.FromHours(1)
        )
            count += await CountAsync(MentionTables.Mentions, MentionTables.Partition(topic, hour), RowRange.All);
        return count;
    }

    private Task<int> HoursAsync(TopicId topic) => CountAsync(MentionTables.Hours, topic.Value, RowRange.All);

    private Task<int> WarningRowsAsync(string prefix) =>
        CountAsync(WarningTables.Warnings, Brand.Value, RowRange.Prefix(prefix));

    private async Task<int> CountAsync(string table, string partition, RowRange range)
    {
        var count = 0;
        await foreach (var _ in _store.ScanAsync(table, partition, range))
            count++;
        return count;
    }
}
