using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

/// <summary>A small product from items to buckets, over a given store.</summary>
internal sealed class Ingest
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly Ingestor _ingestor;
    private readonly BucketStore _buckets;
    private readonly MentionStore _mentions;

    public Ingest(IEntityStore store, SetTime? time = null, int keepDays = 90)
    {
        Time = time ?? new SetTime(Noon);
        _buckets = new BucketStore(store);
        _mentions = new MentionStore(store);
        var topics = new TopicSet([
            new TopicSettings
            {
                Id = "qinghe",
                Name = "清禾",
                Match = "清禾 OR Qinghe",
            },
            new TopicSettings
            {
                Id = "tea",
                Name = "Tea",
                Type = TopicType.Industry,
                Match = "奶茶 OR tea",
            },
        ]);
        var scoring = new MentionScoring(store, topics, _buckets);
        _ingestor = new Ingestor(store, topics, scoring, Time, TimeSpan.FromDays(keepDays));
    }

    public SetTime Time { get; }

    public static async Task<T> ReadyAsync<T>(T store)
        where T : IEntityStore
    {
        await store.CreateTablesAsync(MentionTables.All);
        return store;
    }

    public Task<Ingested> DeliverAsync(params DocumentItem[] items) =>
        DeliverAsync("board", SourceCategory.Forum, items);

    public Task<Ingested> DeliverAsync(string source, SourceCategory category, IReadOnlyList<DocumentItem> items) =>
        _ingestor.TakeAsync(source, _ => category, items);

    public async Task<IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)>> BucketsAsync(
        string topic = "qinghe"
    ) => await _buckets.MinutesAsync(new TopicId(topic), Noon.AddHours(-24), Noon.AddHours(24), Time.Now);

    public async Task<List<ScoredMention>> MentionsAsync(string topic = "qinghe")
    {
        var all = new List<ScoredMention>();
        await foreach (var scored in _mentions.ReadAsync(new TopicId(topic), Noon.AddHours(-24), Noon.AddHours(24)))
            all.Add(scored);
        return all;
    }

    /// <summary>Everything that is counted, and the ids of all mentions.</summary>
    public async Task<string> TotalsAsync(string topic = "qinghe")
    {
        var buckets = await BucketsAsync(topic);
        var sum = buckets.Aggregate(MinuteBucket.Empty, (total, minute) => MinuteBucket.Merge(total, minute.Bucket));
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var scored in await MentionsAsync(topic))
            Assert.True(ids.Add(scored.Mention.Id.Value));
        Assert.Equal(sum.Mentions, ids.Count);
        return $"{sum.Mentions} mentions, {sum.Negative} negative, {sum.Risky} risky, {sum.News} news, "
            + $"{sum.HotList} hot, reach {sum.Reach}, engagement {sum.Engagement}, "
            + $"severity {sum.SeveritySum:0.0000}, minutes "
            + $"{string.Join(' ', buckets.Select(bucket => $"{bucket.Minute:MMddHHmm}={bucket.Bucket.Mentions}"))}, "
            + $"{StableId.Of([.. ids])}";
    }

    public static DocumentItem Item(string? id, string text, DateTimeOffset? published, string? link = null) =>
        new(id, "", link, published, null, "someone", text) { Engagement = new Engagement(1, 2, 3), Followers = 10 };

    /// <summary>Items over three hours, some undated, some without an id.</summary>
    public static DocumentItem[] Crowd(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Item(
                        i % 5 == 0 ? null : $"id{i}",
                        $"清禾奶茶门店使用过期牛奶，第{i}位顾客要求退款 #{i}",
                        i % 7 == 0 ? null : Noon.AddMinutes(-i * 2 % 180),
                        i % 5 == 0 && i % 2 == 0 ? $"https://board.example/{i}" : null
                    )
                ),
        ];
}

/// <summary>A clock that stands where it is set.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
