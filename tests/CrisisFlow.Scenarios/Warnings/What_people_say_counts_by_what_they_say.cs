using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class What_people_say_counts_by_what_they_say
{
    [Theory(Timeout = 120_000)]
    [InlineData("沐茶")]
    [InlineData("可乐多")]
    [InlineData("美福")]
    [InlineData("王老吉")]
    [InlineData("喜悦")]
    [InlineData("毒舌")]
    public async Task Ten_people_who_tell_a_grave_event_are_heard_whatever_the_brand_is_called(string brand) =>
        Assert.Equal(Level.Orange, await HighestAsync(brand, i => $"{brand}果汁喝出玻璃碎片 嘴划破 第{i}例", 10));

    [Theory(Timeout = 120_000)]
    [InlineData("沐茶")]
    [InlineData("毒舌")]
    [InlineData("爆珠")]
    public async Task Ten_people_who_praise_are_no_warning_whatever_the_brand_is_called(string brand) =>
        Assert.True(await HighestAsync(brand, i => $"{brand}果汁很好喝，第{i}次买了", 10) <= Level.Blue);

    [Theory(Timeout = 120_000)]
    [InlineData("Lanxi 岚溪 not bad at all, would buy again")]
    [InlineData("Lanxi 岚溪 refund came fast, problem solved, thank you")]
    [InlineData("Lanxi 岚溪 can't complain, excellent quality")]
    [InlineData("Lanxi 岚溪 no leaks, no cracks, love it")]
    [InlineData("Lanxi 岚溪 my complaint was resolved in an hour, great service")]
    [InlineData("岚溪没有农残超标，吃着放心")]
    [InlineData("岚溪召回的事已经解决，客服很棒")]
    [InlineData("岚溪没有任何质量问题，很满意")]
    [InlineData("买之前担心会过敏，结果岚溪完全没有过敏，孩子很爱吃，很满意")]
    [InlineData("岚溪绝不是什么三无产品，质量很好，很喜欢")]
    [InlineData("岚溪发霉？不存在的，新鲜得很，好喝，很喜欢")]
    [InlineData("The Lanxi 岚溪 recall rumor is false, their juice is great, love it")]
    [InlineData("Lanxi 岚溪 was falsely accused of food poisoning, excellent juice, love it")]
    [InlineData("Lanxi 岚溪 is far from a rip-off, excellent value, love it")]
    [InlineData("官方辟谣了，岚溪根本没有吃出玻璃，放心买，很喜欢")]
    public async Task Risk_that_praise_takes_back_raises_nothing_above_blue(string review) =>
        Assert.True(await HighestAsync("岚溪", i => $"{review} {i}", 60) <= Level.Blue);

    [Theory(Timeout = 120_000)]
    [InlineData("岚溪吃了中毒，投诉没解决，客服不处理")]
    [InlineData("一直担心会中毒，果然岚溪吃了就中毒，太可怕了")]
    [InlineData("Lanxi 岚溪 is far from safe, food poisoning again, awful")]
    [InlineData("岚溪 gave my kid food poisoning, not resolved, awful service")]
    public async Task Risk_that_stays_is_heard(string review) =>
        Assert.True(await HighestAsync("岚溪", i => $"{review} {i}", 60) >= Level.Orange);

    private static async Task<Level> HighestAsync(string brand, Func<int, string> text, int people)
    {
        var settings = OneBrand.Settings();
        settings.Topics[0].Match = brand;
        await using var app = await OneBrand.StartAsync(settings);
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        var at = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var items = Enumerable
            .Range(0, people)
            .Select(i => $$"""{"id":"{{i}}","title":"{{text(i)}}","author":"u{{i}}","published":"{{at}}"}""");
        (await app.Browser.PushAsync(string.Join('\n', items), query: "?source=weibo&category=social")).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(1));
        var highest = Level.None;
        await foreach (var view in app.Warnings.ViewsAsync(new TopicId("brand"), 20))
            highest = view.Highest > highest ? view.Highest : highest;
        return highest;
    }
}
