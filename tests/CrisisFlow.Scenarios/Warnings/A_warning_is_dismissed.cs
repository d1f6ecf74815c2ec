using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class A_warning_is_dismissed
{
    private static readonly TopicId Brand = new("brand");

    [Fact(Timeout = 120_000)]
    public async Task A_warning_is_dismissed_by_the_link_of_its_mail_and_everybody_who_was_mailed_hears_of_it()
    {
        await using var app = await WarnedAsync();
        var letter = app.Mailbox("ann").ShouldReceive("橙色");
        Assert.Equal(2, letter.Links.Count);

        // Opening decides nothing, however often.
        (await app.Browser.HeadAsync(letter.Links[1])).ShouldBe(200);
        var page = (await app.Browser.GetAsync(letter.Links[1])).ShouldBe(200).ShouldSay(OneBrand.Grave);
        Assert.NotEmpty(await OpenAsync(app));

        (await page.SubmitAsync("dismiss", ("why", " "))).ShouldBe(422).ShouldSay("请填写理由");
        Assert.NotEmpty(await OpenAsync(app));
        (await page.SubmitAsync("dismiss", ("why", "市场监管部门的演练"))).ShouldBe(200).ShouldSay("安研判为无需处理");

        Assert.Empty(await OpenAsync(app));
        var cleared = Assert.Single((await EventsAsync(app)).OfType<WarningEvent.Cleared>());
        Assert.Equal(
            (WarningReason.Dismissed, "安", "市场监管部门的演练"),
            (cleared.Reason, cleared.By ?? "", cleared.Why ?? "")
        );

        // Whoever clicks later sees who it was, and changes nothing.
        (await page.SubmitAsync("dismiss", ("why", "又一次")))
            .ShouldBe(200)
            .ShouldSay("市场监管部门的演练");
        var other = app.Mailbox("dan").ShouldReceive("orange");
        (await app.Browser.GetAsync(other.Links[1]))
            .ShouldBe(410)
            .ShouldSay("安 dismissed")
            .ShouldSay("市场监管部门的演练");
        Assert.Single((await EventsAsync(app)).OfType<WarningEvent.Cleared>());

        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        var told = app.Mailbox("dan").ShouldReceive("dismissed");
        Assert.Contains("安 dismissed the warning.", told.Text, StringComparison.Ordinal);
        Assert.Contains("> 市场监管部门的演练", told.Text, StringComparison.Ordinal);
        Assert.Contains("3 days, unless it rises above orange", told.Text, StringComparison.Ordinal);
        app.Mailbox("ann").ShouldReceive("研判无需处理，已解除");

        // The story goes on at the same level: it stays quiet, and the record says why.
        await app.FastForwardAsync(TimeSpan.FromHours(2));
        app.ShouldHaveSentNothingElse();
        Assert.Contains(
            (await EventsAsync(app)).OfType<WarningEvent.HeldBack>(),
            held => held.Reason == WarningReason.Dismissed
        );
        foreach (var path in (string[])["/warnings", "/warnings/brand"])
            (await app.Browser.GetAsync(path)).ShouldSay("安研判为无需处理").ShouldSay("市场监管部门的演练");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_warning_is_dismissed_by_the_team_on_its_page()
    {
        await using var app = await WarnedAsync();
        var page = await app.Browser.GetAsync("/warnings/brand");
        (await page.SubmitAsync("dismiss", ("by", ""), ("why", "演练"))).ShouldBe(422).ShouldSay("请填写姓名");
        (await page.SubmitAsync("dismiss", ("by", "值班员"), ("why", "演练"))).ShouldBe(303);
        Assert.Empty(await OpenAsync(app));
        (await app.Browser.GetAsync("/warnings/brand")).ShouldSay("值班员研判为无需处理");
        (await page.SubmitAsync("dismiss", ("by", "另一人"), ("why", "演练")))
            .ShouldBe(409)
            .ShouldSay("该预警已经解除");
        Assert.Single((await EventsAsync(app)).OfType<WarningEvent.Cleared>());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_dismissed_story_that_rises_above_its_level_is_mailed_again()
    {
        await using var app = await WarnedAsync();
        var letter = app.Mailbox("ann").ShouldReceive("橙色");
        var page = await app.Browser.GetAsync(letter.Links[1]);
        (await page.SubmitAsync("dismiss", ("why", "演练"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        app.ForgetMails();

        await RiseAsync(app);
        app.Mailbox("ann").ShouldReceive("红色");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_warning_that_rose_after_the_page_was_opened_is_not_dismissed_with_it()
    {
        await using var app = await WarnedAsync();
        var letter = app.Mailbox("ann").ShouldReceive("橙色");
        var page = await app.Browser.GetAsync(letter.Links[1]);
        await RiseAsync(app);

        var refused = await page.SubmitAsync("dismiss", ("why", "演练"));
        refused.ShouldBe(409).ShouldSay("预警级别已上升").ShouldSay("红色");
        Assert.Equal("演练", refused.Value("why"));
        Assert.NotEmpty(await OpenAsync(app));
        (await refused.SubmitAsync("dismiss")).ShouldBe(200);
        Assert.Empty(await OpenAsync(app));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_dismissal_is_refused_to_whoever_left_the_team()
    {
        var settings = Settings();
        await using var app = await WarnedAsync(settings);
        var letter = app.Mailbox("ann").ShouldReceive("橙色");
        var page = await app.Browser.GetAsync(letter.Links[1]);
        settings.People[0].Disabled = true;
        (await app.Browser.GetAsync(letter.Links[1])).ShouldBe(403);
        (await page.SubmitAsync("dismiss", ("why", "演练"))).ShouldBe(403);
        Assert.NotEmpty(await OpenAsync(app));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_link_to_dismiss_expires_like_every_link()
    {
        await using var app = await WarnedAsync();
        var letter = app.Mailbox("ann").ShouldReceive("橙色");
        var page = await app.Browser.GetAsync(letter.Links[1]);
        app.Clock.Advance(app.Settings.Links.Lifetime);
        (await page.SubmitAsync("dismiss", ("why", "演练"))).ShouldBe(410);
        Assert.NotEmpty(await OpenAsync(app));
    }

    /// <summary>Two readers, no case, and nothing red by one headline.</summary>
    private static CrisisFlowSettings Settings()
    {
        var settings = OneBrand.Settings();
        settings.People[3].Roles = [Role.Communications];
        settings.Warnings.OpenCaseAt = 4;
        return settings;
    }

    private static async Task<LocalApp> WarnedAsync(CrisisFlowSettings? settings = null)
    {
        var app = await OneBrand.StartAsync(settings ?? Settings());
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        return app;
    }

    /// <summary>Many tell the story, on the hot list and in the news.</summary>
    private static async Task RiseAsync(LocalApp app)
    {
        for (var i = 0; i < 40; i++)
            (
                await app.PushAsync($"{OneBrand.Grave} 后续报道{i}", i % 3 == 0 ? "hotList" : "news", $"more-{i}")
            ).ShouldBe(200);
        for (var i = 0; i < 60; i++)
            (await app.PushAsync($"果园记吃出玻璃，太可怕了，差评{i}", "social", $"voice-{i}")).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        Assert.Contains((await EventsAsync(app)).OfType<WarningEvent.Raised>(), raised => raised.Level == Level.Red);
    }

    private static async Task<IReadOnlyList<OpenWarning>> OpenAsync(LocalApp app) =>
        Assert.IsType<WarningState.Watching>(await app.Warnings.StateAsync(Brand)).Open;

    private static async Task<List<WarningEvent>> EventsAsync(LocalApp app) =>
        await app.Warnings.EventsAsync(Brand, 100).Select(one => one.Event).ToListAsync();
}
