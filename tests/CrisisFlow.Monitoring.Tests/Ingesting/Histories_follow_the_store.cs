using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing;
using CrisisFlow.Warnings;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

/// <summary>A history that is kept up to date says what one says that is read from the beginning.</summary>
public sealed class Histories_follow_the_store
{
    private static readonly DateTimeOffset Start = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory(Timeout = 120_000)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task Whatever_comes_in_time_late_ahead_or_again(int seed, bool alone)
    {
        var random = new Random(seed);
        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        var clock = new FakeTimeProvider(Start);
        var topics = new TopicSet([
            new TopicSettings
            {
                Id = "brand",
                Name = "云杉",
                Match = "云杉",
            },
        ]);
        var buckets = new BucketStore(store, alone);
        var ingestor = new Ingestor(store, topics, new MentionScoring(store, topics, buckets), clock);
        var reader = buckets.Reader(topics.All[0]);
        var assessor = new TopicAssessor(reader.History, new WarningSettings());

        for (var step = 0; step < 60; step++)
        {
            clock.Advance(TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(3_000) : random.Next(90)));
            for (var i = random.Next(4); i > 0; i--)
                await ingestor.TakeAsync("board", _ => SourceCategory.HotList, [Item(random, clock.GetUtcNow())]);
            if (alone && reader.IsComplete)
                Assert.Equal(await FreshAsync(store, topics.All[0], clock), Of(assessor, clock));
            await reader.ReadAsync(clock.GetUtcNow());
            // Where another process may store, late hours are read again within the half hour.
            if (alone)
                Assert.Equal(await FreshAsync(store, topics.All[0], clock), Of(assessor, clock));
        }

        clock.Advance(TimeSpan.FromMinutes(31));
        await reader.ReadAsync(clock.GetUtcNow());
        Assert.Equal(await FreshAsync(store, topics.All[0], clock), Of(assessor, clock));
    }

    private static string Of(TopicAssessor assessor, FakeTimeProvider clock) =>
        Structure.Of(assessor.Candidates(clock.GetUtcNow()));

    private static async Task<string> FreshAsync(IEntityStore store, Topic topic, FakeTimeProvider clock)
    {
        var history = await new BucketStore(store).HistoryAsync(topic, clock.GetUtcNow());
        return Of(new TopicAssessor(history, new WarningSettings()), clock);
    }

    // In time, up to five minutes ahead, hours late or days late; one in five has come before.
    private static DocumentItem Item(Random random, DateTimeOffset now)
    {
        var at = random.Next(5) switch
        {
            0 => now.AddSeconds(random.Next(300)),
            1 => now.AddHours(-random.NextDouble() * 30),
            2 => now.AddDays(-random.NextDouble() * 20),
            _ => now.AddSeconds(-random.Next(60)),
        };
        string[] said = ["云杉数据泄露", "云杉道歉", "云杉上新", "云杉吃出异物", "云杉涨价"];
        var number = random.Next(5) == 0 ? random.Next(20) : random.Next(1_000_000);
        return new DocumentItem($"{number}", $"{said[number % said.Length]}{number % 7}", null, at, null, null, "");
    }
}
