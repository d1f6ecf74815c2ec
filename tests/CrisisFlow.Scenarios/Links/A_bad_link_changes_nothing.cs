using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Links;

public sealed class A_bad_link_changes_nothing
{
    [Fact(Timeout = 120_000)]
    public async Task Forged_truncated_and_expired_links_have_pages_of_their_own()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var ask = app.Letters.First(l => l.Links.Count > 0);
        var link = ask.Links[0];
        var page = await app.ClickAsync(ask);
        var events = (await app.CaseAsync()).Events.Count;

        // Not the last character: some of its bits carry nothing.
        var forged = link[..^6] + (link[^6] == 'A' ? 'B' : 'A') + link[^5..];
        (await app.Browser.GetAsync(forged)).ShouldBe(403);
        (await app.Browser.GetAsync(link[..^20])).ShouldBe(400);
        (await app.Browser.GetAsync("/l/x")).ShouldBe(400);
        // Scanners look a hundred times; looking decides nothing.
        for (var i = 0; i < 20; i++)
            (await app.Browser.HeadAsync(link)).ShouldBe(200);
        Assert.Equal(events, (await app.CaseAsync()).Events.Count);

        app.Clock.Advance(TimeSpan.FromHours(73));
        (await app.ClickAsync(ask)).ShouldBe(410);
        (await page.SubmitAsync(null, ("verdict", "Confirmed"))).ShouldBe(410);
        Assert.Equal(events, (await app.CaseAsync()).Events.Count);
    }
}
