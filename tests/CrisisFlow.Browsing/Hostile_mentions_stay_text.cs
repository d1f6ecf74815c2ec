using CrisisFlow.Browsing.Driver;

namespace CrisisFlow.Browsing;

/// <summary>
/// What the public writes reaches pages and mails as text: nothing of it runs, loads or pushes the page apart, even in
/// a browser that runs scripts.
/// </summary>
public sealed class Hostile_mentions_stay_text(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Story = Crisis.Grave + "<img src=x onerror=alert(1)>\u202egnp.exe";

    /// <summary>
    /// Each tells another story, so that none is merged into another; with the grave one they are eight, as many as the
    /// page shows.
    /// </summary>
    private static readonly string[] Told =
    [
        "果园记数据泄露，百万用户信息外流<details open ontoggle=alert(1)>",
        "果园记员工讨薪堵门\"><img src=x onerror=alert(2)>",
        "假货！果园记直播间的燕窝是糖水<img srcset=\"https://outside.example/a.png 1x\">",
        "果园记仓库起火，消防到场<marquee onstart=alert(3) loop=1>",
        "果园记涨价太离谱了" + new string('w', 10_000),
        "果园记快递三天不到[click](javascript:alert(5)) ![x](https://outside.example/p.png)\u202egnp.exe\u202c \u2066x "
            + "\u200f\u061c Z"
            + string.Concat(Enumerable.Repeat("\u0328\u0322\u0347\u0353\u0305\u0352", 200))
            + string.Concat(Enumerable.Repeat("https://outside.example/", 200)),
        "javascript:alert(6) 果园记广告违法被罚 </textarea></title><base href=//outside.example>",
    ];

    [Fact(Timeout = 300_000)]
    public async Task Hostile_mentions_stay_text_on_every_page_and_in_every_mail_that_shows_them()
    {
        await using var crisis = await Crisis.StartAsync(Story, Told);
        await using var phone = await chromium.PhoneAsync(crisis.Address, scripts: true);
        var links = await crisis.ReadMailAsync(phone, "ann@", "研判");
        foreach (var link in links)
            await phone.GoAsync(link);
        var id = (await crisis.CaseAsync()).Id.Value;
        foreach (
            var page in (string[])
                [
                    "/",
                    "/cases",
                    $"/cases/{id}",
                    $"/cases/{id}/report",
                    "/warnings",
                    "/warnings/brand",
                    "/topics/brand",
                    "/sources",
                    "/outbox",
                ]
        )
        {
            await phone.GoAsync(page);
            foreach (var details in await phone.Page.Locator("details:not([open]) > summary").AllAsync())
                if (await details.IsVisibleAsync())
                    await details.ClickAsync();
            await phone.LookAsync();
        }

        await phone.GoAsync("/topics/brand");
        foreach (
            var shown in (string[])
                ["<details open ontoggle=alert(1)>", "<marquee onstart=", "gnp.exe", "wwww", "</textarea></title>"]
        )
            Assert.Contains(shown, await phone.Page.TextContentAsync("main"), StringComparison.Ordinal);

        // What is HTML without doubt is read as such: its tags are no words.
        foreach (var dropped in (string[])["onerror=", "srcset="])
            Assert.DoesNotContain(dropped, await phone.Page.TextContentAsync("main"), StringComparison.Ordinal);

        // A person's words are no safer than the public's, and stay as they are.
        await phone.GoAsync(links[0]);
        await phone.TickAsync("verdict", "Confirmed");
        await phone.FillAsync(
            "comment",
            "<script>alert(4)</script><svg onload=alert(8)>"
                + string.Concat(Told.Where(told => told.Length < 300))
                + new string('w', 1_000)
        );
        await phone.TapAsync("main form .buttons button");
        await phone.GoAsync($"/cases/{id}");
    }
}
