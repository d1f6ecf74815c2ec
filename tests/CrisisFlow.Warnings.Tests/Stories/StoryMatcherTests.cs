using System.Diagnostics;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Warnings.Tests.Stories;

public sealed class StoryMatcherTests
{
    [Fact]
    public void A_story_keeps_the_id_of_its_first_mention_whatever_comes_between()
    {
        var matcher = new StoryMatcher([]);
        var first = matcher.Match("清禾奶茶门店使用过期牛奶被曝光", "");
        for (var i = 0; i < 1000; i++)
            matcher.Match($"第{i}条毫不相干的热搜话题{i * 7919}", "");
        var again = matcher.Match("清禾奶茶多家门店使用过期牛奶被曝光", "");
        Assert.Equal(first, again);
    }

    [Fact]
    public void After_a_restart_the_stories_are_known_again()
    {
        var matcher = new StoryMatcher([]);
        matcher.Remember("清禾奶茶门店使用过期牛奶被曝光", "", 4711);
        Assert.Equal(4711ul, matcher.Match("清禾奶茶多家门店使用过期牛奶被曝光", ""));
    }

    [Fact]
    public void Names_from_the_settings_tell_stories_apart()
    {
        const string first = "市场监管总局今日约谈云帆要求整改",
            second = "市场监管总局今日约谈清禾要求整改";
        var without = new StoryMatcher([]);
        var with = new StoryMatcher(["云帆", "清禾"]);
        Assert.Equal(without.Match(first, ""), without.Match(second, ""));
        Assert.NotEqual(with.Match(first, ""), with.Match(second, ""));
    }

    [Fact]
    public void What_was_told_long_ago_is_forgotten()
    {
        var matcher = new StoryMatcher([], capacity: 16);
        var first = matcher.Match("清禾奶茶门店使用过期牛奶被曝光", "");
        Assert.Equal(first, matcher.Match("清禾奶茶多家门店使用过期牛奶被曝光", ""));
        for (var i = 0; i < 16; i++)
            matcher.Match($"alpha {i} beta gamma delta", "");
        Assert.NotEqual(first, matcher.Match("清禾奶茶多家门店使用过期牛奶被曝光", ""));
    }

    [Fact]
    public void Empty_texts_and_single_words_are_only_equal_to_themselves()
    {
        var matcher = new StoryMatcher([]);
        Assert.Equal(matcher.Match("好", ""), matcher.Match("好！", ""));
        Assert.NotEqual(matcher.Match("好", ""), matcher.Match("坏", ""));
        matcher.Match("", "");
    }

    [Fact(Timeout = 120_000)]
    public async Task Texts_made_to_collide_cost_no_more_than_others()
    {
        await Task.Yield();
        var matcher = new StoryMatcher([]);
        var clock = Stopwatch.StartNew();
        // One common beginning fills the same lanes again and again; a changing number makes each its own story.
        for (var i = 0; i < 20_000; i++)
            matcher.Match("清禾奶茶门店使用过期牛奶被曝光消费者要求退款并赔偿损失共计" + i + "元", "");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"20,000 colliding texts took {clock.Elapsed}.");
    }

    [Fact]
    public void A_fingerprint_never_changes() =>
        Assert.Equal(
            new Fingerprint(
                0x8143eb6cafca335b,
                0xf8baee8fa2f8aba4,
                0xb2a64da902238457,
                0xa429aafdc78495be,
                0xaecfb6c89ca48c14
            ),
            Fingerprint.Of("清禾奶茶门店使用过期牛奶被曝光")
        );
}
