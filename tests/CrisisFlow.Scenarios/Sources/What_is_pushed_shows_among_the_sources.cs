using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Sources;

public sealed class What_is_pushed_shows_among_the_sources
{
    [Fact(Timeout = 120_000)]
    public async Task What_is_pushed_shows_among_the_sources_with_its_category_and_count()
    {
        await using var app = await OneBrand.StartAsync();
        (await app.PushAsync("果园记的苹果很甜", "forum")).ShouldBe(200);
        (await app.PushAsync("果园记送货快", "forum")).ShouldBe(200);
        (await app.Browser.GetAsync("/sources", "en"))
            .ShouldBe(200)
            .ShouldSay("push")
            .ShouldSay("forum")
            .ShouldSay("Mentions: 2")
            .ShouldSay("pushed by the source");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_demos_six_sources_are_listed()
    {
        await using var app = await DemoDays.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        var page = (await app.Browser.GetAsync("/sources")).ShouldBe(200);
        foreach (var source in (string[])["热榜", "城市新闻网", "微语", "果园论坛", "商城评价", "客服工单"])
            page.ShouldSay(source);
    }
}
