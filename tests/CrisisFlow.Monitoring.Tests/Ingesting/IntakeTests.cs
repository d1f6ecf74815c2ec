using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

public sealed class IntakeTests
{
    private static readonly DateTimeOffset Noon = Ingest.Noon;

    [Fact(Timeout = 120_000)]
    public async Task Text_is_plain_and_normal_and_goes_to_every_topic_it_matches()
    {
        var ingest = await StartAsync();
        var report = await ingest.DeliverAsync(
            new DocumentItem("1", "", null, Noon, null, null, "<p>清禾奶茶\u200B  <b>太难喝</b>！</p>")
            {
                TextIsMarkup = true,
            },
            Ingest.Item("2", "今天天气不错", Noon),
            Ingest.Item("3", " ", Noon)
        );
        Assert.Equal(new Ingested(3, 1) { Stored = 1 }, report);
        Assert.Equal("清禾奶茶 太难喝!", (await ingest.MentionsAsync())[0].Mention.Text);
        Assert.Single(await ingest.MentionsAsync("tea"));
    }

    [Fact(Timeout = 120_000)]
    public async Task No_name_is_cut_within_a_character()
    {
        var ingest = await StartAsync();
        var name = new string('a', 499) + "🔥🔥";
        await ingest.DeliverAsync(Ingest.Item(name, "清禾", Noon) with { Author = name, Parent = name });
        var mention = (await ingest.MentionsAsync())[0].Mention;
        Assert.All([mention.Author, mention.ExternalId, mention.Parent], cut => Assert.Equal(name[..499], cut));
    }

    [Fact(Timeout = 120_000)]
    public async Task The_published_time_counts_unless_it_is_missing_or_impossible()
    {
        var ingest = await StartAsync();
        await ingest.DeliverAsync(
            Ingest.Item("past", "清禾 a", Noon.AddHours(-3)),
            Ingest.Item("none", "清禾 b", null),
            Ingest.Item("fast", "清禾 c", Noon.AddMinutes(4)),
            Ingest.Item("future", "清禾 d", Noon.AddMinutes(6)),
            Ingest.Item("ancient", "清禾 e", new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero))
        );
        Assert.Equal(
            [
                ("past", Noon.AddHours(-3)),
                ("ancient", Noon),
                ("fast", Noon.AddMinutes(4)),
                ("future", Noon),
                ("none", Noon),
            ],
            (await ingest.MentionsAsync())
                .OrderBy(one => one.Mention.At.Hour)
                .ThenBy(one => one.Mention.ExternalId)
                .Select(one => (one.Mention.ExternalId!, one.Mention.At))
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task An_item_keeps_the_time_of_its_first_delivery_across_restarts_and_changed_dates()
    {
        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        await new Ingest(store).DeliverAsync(
            Ingest.Item("1", "清禾 a", null),
            Ingest.Item("2", "清禾 b", Noon.AddHours(-2)),
            Ingest.Item("3", "清禾 c", Noon.AddHours(1))
        );
        var later = new Ingest(store, new SetTime(Noon.AddHours(9)));
        await later.DeliverAsync(
            Ingest.Item("1", "清禾 a", Noon.AddHours(7)),
            Ingest.Item("2", "清禾 b", Noon.AddHours(8)),
            Ingest.Item("3", "清禾 c", Noon.AddHours(1))
        );
        Assert.Equal(
            [Noon.AddHours(-2), Noon, Noon],
            (await later.MentionsAsync()).Select(one => one.Mention.At).Order()
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task One_story_from_two_sources_is_one_story_and_both_mentions_count()
    {
        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        await new Ingest(store).DeliverAsync(
            "morning",
            SourceCategory.News,
            [Ingest.Item("1", "清禾奶茶门店使用过期牛奶被曝光", Noon)]
        );
        var restarted = new Ingest(store);
        await restarted.DeliverAsync(
            "evening",
            SourceCategory.News,
            [
                Ingest.Item("7", "清禾奶茶多家门店使用过期牛奶被曝光！", Noon),
                Ingest.Item("8", "清禾奶茶否认门店使用过期牛奶", Noon),
            ]
        );
        var bucket = Assert.Single(await restarted.BucketsAsync()).Bucket;
        Assert.Equal(3, bucket.Mentions);
        Assert.Equal([1, 2], bucket.Stories.Select(story => story.Mentions).Order());
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_stored_is_read_back_whole()
    {
        var ingest = await StartAsync();
        await ingest.DeliverAsync(
            "hot",
            SourceCategory.HotList,
            [
                Ingest.Item("9", "清禾奶茶就过期牛奶致歉", Noon, "https://hot.example/9") with
                {
                    Title = "清禾",
                    Rank = 3,
                    Parent = "8",
                },
            ]
        );
        var read = Assert.Single(await ingest.MentionsAsync());
        var mention = read.Mention;
        Assert.Equal(
            (
                "hot",
                SourceCategory.HotList,
                "9",
                "清禾",
                "清禾奶茶就过期牛奶致歉",
                "https://hot.example/9",
                "someone",
                10L,
                3,
                "8",
                new Engagement(1, 2, 3)
            ),
            (
                mention.Source,
                mention.Category,
                mention.ExternalId,
                mention.Title,
                mention.Text,
                mention.Url,
                mention.Author,
                mention.Followers,
                mention.Rank,
                mention.Parent,
                mention.Engagement
            )
        );
        Assert.True(read.Risk.Severity > 0);
        Assert.NotEmpty(read.Risk.Categories);
        Assert.NotEqual(0ul, read.Fingerprint);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_older_than_it_is_kept_is_not_taken_in_even_when_its_time_is_known_only_to_us()
    {
        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        await new Ingest(store).DeliverAsync(Ingest.Item("undated", "清禾 undated", null));
        var later = new Ingest(store, new SetTime(Noon.AddDays(31)), keepDays: 30);
        Assert.Equal(
            new Ingested(2, 0) { TooOld = 2 },
            await later.DeliverAsync(Ingest.Item("undated", "清禾 undated", null), Ingest.Item("old", "清禾 old", Noon))
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Items_seen_long_ago_are_forgotten()
    {
        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        await new Ingest(store).DeliverAsync([
            .. Enumerable.Range(0, 150).Select(i => Ingest.Item($"o{i}", $"清禾 {i}", null)),
        ]);
        await new Ingest(store, new SetTime(Noon.AddDays(5))).DeliverAsync(Ingest.Item("new", "清禾 new", null));
        Assert.Equal(150, await SeenItems.ForgetAsync(store, Noon.AddDays(1)));
        Assert.Equal(0, await SeenItems.ForgetAsync(store, Noon.AddDays(1)));
    }

    private static async Task<Ingest> StartAsync() => new(await Ingest.ReadyAsync(new MemoryEntityStore()));
}
