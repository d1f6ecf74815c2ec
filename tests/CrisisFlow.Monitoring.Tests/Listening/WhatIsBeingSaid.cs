using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Monitoring.Tests.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Comparing;

namespace CrisisFlow.Monitoring.Tests.Listening;

public sealed class WhatIsBeingSaid
{
    private static readonly TopicSettings[] Settings =
    [
        new()
        {
            Id = "qinghe",
            Name = "清禾",
            Match = "清禾",
        },
        new()
        {
            Id = "mumu",
            Name = "木木",
            Type = TopicType.Competitor,
            Match = "木木",
        },
    ];

    private readonly MemoryEntityStore _store = new();
    private readonly SetTime _time = new(Ingest.Noon);
    private readonly TopicSet _topics = new(Settings);

    private TalkReader Reader => new(_topics, new MentionStore(_store), new BucketStore(_store), _time);

    [Fact(Timeout = 120_000)]
    public async Task What_is_being_said_names_the_new_words_the_stories_and_the_way_they_took()
    {
        await SayAsync(
            "board",
            SourceCategory.Forum,
            [.. Enumerable.Range(0, 12).Select(i => Item($"old{i}", $"清禾门店的招牌奶茶很好喝，第{i}次光顾", -40 + i))]
        );
        await SayAsync(
            "board",
            SourceCategory.Forum,
            [
                .. Enumerable
                    .Range(0, 9)
                    .Select(i =>
                        Item(
                            $"new{i}",
                            "清禾奶茶使用过期牛奶，顾客腹泻要求退款",
                            -9 + i,
                            followers: i == 4 ? 90_000 : 10
                        )
                    ),
            ]
        );
        string[] others =
        [
            "听说过期牛奶还在卖，清禾怎么解释",
            "清禾：过期牛奶？",
            "清禾 店员承认过期牛奶被混用",
            "买到过期牛奶！再也不去清禾",
            "又是过期牛奶，清禾让人失望",
            "清禾被指把过期牛奶给孩子喝",
        ];
        await SayAsync("talk", SourceCategory.Social, [.. others.Select((text, i) => Item($"t{i}", text, -2))]);
        await SayAsync("daily", SourceCategory.News, [Item("n1", "清禾奶茶使用过期牛奶，顾客腹泻要求退款", -3)]);

        var talk = (await Reader.ReadAsync(new TopicId("qinghe")))!;

        Assert.Equal((16, 12), (talk.Read, talk.Before));
        Assert.Contains(talk.Terms, term => term.Text.Contains("过期", StringComparison.Ordinal) && term.Usual == 0);
        Assert.Equal(10, talk.Stories[0].Line.Mentions);
        Assert.Equal(["board", "daily"], talk.Stories[0].Path.Platforms.Select(p => p.Source));
        Assert.Equal(Ingest.Noon.AddHours(-9), talk.Stories[0].First.At);
        Assert.Equal(90_000, talk.Path.Nodes[0].ReachWith);
        Assert.Equal("https://board.example/new4", talk.Mentions[talk.Path.Nodes[0].Id].Url);
        Assert.Equal(IndustryMove.OwnAlone, talk.Voices.Move);
        Assert.Equal(1, talk.Voices.Shares.Single(share => share.Topic.Value == "qinghe").Share);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_being_said_reads_the_newest_three_thousand_and_counts_all()
    {
        for (var hour = 0; hour < 4; hour++)
            await SayAsync(
                "board",
                SourceCategory.Forum,
                [.. Enumerable.Range(0, 1_000).Select(i => Item($"id{hour}-{i}", $"清禾 {hour} {i}", -1 - hour))]
            );
        var talk = (await Reader.ReadAsync(new TopicId("qinghe")))!;
        Assert.Equal(TalkReader.MostMentions, talk.Read);
        Assert.Equal(4_000, talk.Voices.Shares.Single(share => share.Topic.Value == "qinghe").Mentions);
        Assert.Equal(Ingest.Noon.AddHours(-3), talk.Path.Platforms[0].First);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_being_said_stays_the_same_for_a_minute()
    {
        await SayAsync("board", SourceCategory.Forum, [Item("a", "清禾", -1)]);
        var reader = Reader;
        var first = await reader.ReadAsync(new TopicId("qinghe"));
        await SayAsync("board", SourceCategory.Forum, [Item("b", "清禾 又来了", -1)]);
        _time.Now = Ingest.Noon.AddSeconds(59);
        Assert.Same(first, await reader.ReadAsync(new TopicId("qinghe")));
        _time.Now = Ingest.Noon.AddSeconds(60);
        Assert.Equal(2, (await reader.ReadAsync(new TopicId("qinghe")))!.Read);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_being_said_is_nothing_for_a_topic_that_settings_do_not_name()
    {
        await Ingest.ReadyAsync(_store);
        Assert.Null(await Reader.ReadAsync(new TopicId("tea")));
        var talk = (await Reader.ReadAsync(new TopicId("qinghe")))!;
        Assert.Equal((0, 0), (talk.Read, talk.Stories.Count));
    }

    private async Task SayAsync(string source, SourceCategory category, DocumentItem[] items)
    {
        await Ingest.ReadyAsync(_store);
        var scoring = new MentionScoring(_store, _topics, new BucketStore(_store));
        var ingestor = new Ingestor(_store, _topics, scoring, _time, TimeSpan.FromDays(90));
        await ingestor.TakeAsync(source, _ => category, items);
    }

    private static DocumentItem Item(string id, string text, int hours, long followers = 10) =>
        new(id, "", $"https://board.example/{id}", Ingest.Noon.AddHours(hours), null, "author-" + id, text)
        {
            Followers = followers,
        };
}
