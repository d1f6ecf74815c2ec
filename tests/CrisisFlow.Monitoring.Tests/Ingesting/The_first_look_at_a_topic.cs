using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

public sealed class The_first_look_at_a_topic
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly CountingStore _store = new(new MemoryEntityStore());
    private readonly TopicSet _topics = new([
        new TopicSettings
        {
            Id = "brand",
            Name = "Brand",
            Match = "Brand",
        },
    ]);

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Reads_no_month_of_empty_hours(int mentions)
    {
        await StoreAsync(mentions, age: TimeSpan.FromMinutes(30));

        var reads = await _store.CountAsync(() => new BucketStore(_store).HistoryAsync(_topics.All[0], Now));

        Assert.InRange(reads, 1, 60);
    }

    [Fact(Timeout = 60_000)]
    public async Task Counts_what_came_days_before_anybody_looked()
    {
        await StoreAsync(3, age: TimeSpan.FromDays(10));
        await StoreAsync(2, age: TimeSpan.FromDays(20));
        var buckets = new BucketStore(_store);

        await buckets.HistoryAsync(_topics.All[0], Now);

        var minutes = await buckets.MinutesAsync(_topics.All[0].Id, Now.AddDays(-21), Now, Now);
        Assert.Equal(5, minutes.Sum(minute => minute.Bucket.Mentions));
        Assert.InRange(await _store.CountAsync(() => new BucketStore(_store).HistoryAsync(_topics.All[0], Now)), 1, 60);
    }

    [Fact(Timeout = 60_000)]
    public async Task Long_Chinese_mentions_of_full_minutes_fit_into_their_transactions()
    {
        await _store.CreateTablesAsync(MentionTables.All);
        var scoring = new MentionScoring(_store, _topics, new BucketStore(_store));
        for (var round = 0; round < 8; round++)
            await scoring.ScoreAsync(
                Of(
                    Enumerable
                        .Range(0, 120)
                        .Select(number =>
                            Mention(
                                (round * 1000) + number,
                                Now.AddMinutes(number % 60),
                                new string((char)('一' + (round * 120) + number), 8_000)
                            )
                        )
                )
            );

        var minutes = await new BucketStore(_store).MinutesAsync(_topics.All[0].Id, Now, Now.AddHours(1), Now);

        Assert.Equal(960, minutes.Sum(minute => minute.Bucket.Mentions));
    }

    private async Task StoreAsync(int mentions, TimeSpan age)
    {
        await _store.CreateTablesAsync(MentionTables.All);
        var scoring = new MentionScoring(_store, _topics, new BucketStore(_store));
        // Seen when it was published, as by a host that was running then.
        var all = Enumerable
            .Range(0, mentions)
            .Select(number => Mention(number + (int)age.TotalMinutes, Now - age + TimeSpan.FromMinutes(number), ""));
        await scoring.ScoreAsync(Of(all));
    }

    private static TopicMentions Of(IEnumerable<Mention> mentions) =>
        new(new TopicId("brand"), [.. mentions.Select(MatchedMention.Of)]);

    private static Mention Mention(int number, DateTimeOffset at, string text) =>
        new()
        {
            Id = StableId.OfMention("s", $"{number}", null, "", "", null),
            Source = "s",
            Category = SourceCategory.Social,
            Title = $"Brand {number} 质量问题投诉",
            Text = text,
            Url = $"https://example.com/{new string('x', 300)}/{number}",
            Published = at,
            Seen = at,
        };
}
