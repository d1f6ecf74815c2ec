using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Effects;

/// <summary>After a statement, what people say is compared with what they say at that hour anyway.</summary>
public sealed class An_effect_is_judged_by_the_hour
{
    /// <summary>Friday, 00:00 in Shanghai.</summary>
    private static readonly DateTimeOffset Friday = new(2026, 3, 5, 16, 0, 0, TimeSpan.Zero);

    private static int Awake(DateTimeOffset at, int byDay, int byNight) =>
        at.ToOffset(TimeSpan.FromHours(8)).Hour is >= 1 and < 7 ? byNight : byDay;

    [Fact(Timeout = 120_000)]
    public async Task Falling_asleep_is_no_effect_where_the_topic_has_a_past()
    {
        await using var app = await PublishedAsync(hour: 21, past: 14, byDay: 60, byNight: 6);
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(4.2), at => Awake(at, 60, 6));
        Assert.Equal([EffectVerdict.NoEffect, EffectVerdict.NoEffect], await VerdictsAsync(app));
        Assert.True((await DoneAsync(app))[^1].Course?.Days >= 2);
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Falling_asleep_cannot_be_told_on_a_new_topic()
    {
        await using var app = await PublishedAsync(hour: 21, past: 0, byDay: 60, byNight: 6);
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(4.2), at => Awake(at, 60, 6));
        Assert.Equal([EffectVerdict.NoEffect, EffectVerdict.CannotTell], await VerdictsAsync(app));
        app.Mailbox("ann").ShouldReceive("声明效果评估");
        var page = await app.Browser.GetAsync($"/cases/{(await app.CaseAsync()).Id}/report");
        page.ShouldBe(200).ShouldSay("此时段无法判断");
    }

    [Fact(Timeout = 120_000)]
    public async Task Waking_up_is_no_setback_where_the_topic_has_a_past()
    {
        await using var app = await PublishedAsync(hour: 5, past: 14, byDay: 60, byNight: 24);
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(4.2), at => Awake(at, 60, 24));
        Assert.DoesNotContain(EffectVerdict.Worse, await VerdictsAsync(app));
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Talk_that_truly_falls_by_day_is_an_effect()
    {
        foreach (var past in (int[])[0, 14])
        {
            await using var app = await PublishedAsync(hour: 11, past, byDay: 60, byNight: 6);
            await new Talking(app).GoOnAsync(TimeSpan.FromHours(1.2), _ => 12);
            Assert.Equal([EffectVerdict.Worked], await VerdictsAsync(app));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Talk_that_truly_grows_is_proposed_to_a_person_who_may_keep_watching_or_go_back()
    {
        await using var app = await PublishedAsync(hour: 11, past: 0, byDay: 60, byNight: 6);
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(1.2), _ => 240);
        Assert.Equal([EffectVerdict.Worse], await VerdictsAsync(app));
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());

        var mail = app.Mailbox("ann").ShouldReceive("退回还是继续观察");
        var page = (await app.ClickAsync(mail)).ShouldBe(200).ShouldSay("继续观察").ShouldSay("退回起草阶段");
        // Looking decides nothing; neither does a button that is none.
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());
        (await page.SubmitAsync(null)).ShouldBe(422).ShouldSay("请点击其中一个按钮");
        (await page.SubmitAsync(null, ("setback", "keep"))).ShouldBe(200).ShouldSay("决定继续观察");
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());
        Assert.Empty((await app.CaseAsync()).File.OpenTasks);

        // Worse once more: asked once more, and this time it goes back.
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(3), _ => 300);
        var again = app.Mailbox("ann").ShouldReceive("退回还是继续观察");
        (await (await app.ClickAsync(again)).SubmitAsync(null, ("setback", "back")))
            .ShouldBe(200)
            .ShouldSay("决定退回");
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(CasePhase.Draft, await app.PhaseAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task The_page_of_the_case_has_the_same_two_buttons()
    {
        await using var app = await PublishedAsync(hour: 11, past: 0, byDay: 60, byNight: 6);
        await new Talking(app).GoOnAsync(TimeSpan.FromHours(1.2), _ => 240);
        var mail = app.Mailbox("ann").ShouldReceive("退回还是继续观察");
        var page = await app.Browser.GetAsync(mail.Links[^1]);
        page.ShouldBe(200).ShouldSay("舆情恶化，仍继续观察");
        (await page.SubmitAsync("back")).ShouldBe(200).ShouldSay("决定退回");
        Assert.Equal(CasePhase.Draft, await app.PhaseAsync());
    }

    /// <summary>
    /// A crisis on Friday: bad talk since two hours before, and the team's statement out within the hour.
    /// </summary>
    /// <param name="past">Days of usual talk before it.</param>
    private static async Task<LocalApp> PublishedAsync(int hour, int past, int byDay, int byNight)
    {
        var settings = OneBrand.Settings();
        settings.Stages.Evaluate = TimeSpan.FromMinutes(10);
        var app = await LocalApp.StartAsync(settings, Friday.AddHours(hour - 2));
        var talking = new Talking(app);
        if (past > 0)
            await talking.SayAsync(
                Friday.AddDays(-past),
                Friday.AddHours(hour - 2),
                at => Awake(at, byDay / 6, byNight / 6),
                negative: false
            );
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        var team = new Team(app);
        await talking.GoOnAsync(TimeSpan.FromHours(1.5), at => Awake(at, byDay, byNight));
        var end = app.Clock.GetUtcNow().AddHours(2);
        while (await app.PhaseAsync() != CasePhase.Effect)
        {
            Assert.True(app.Clock.GetUtcNow() < end, $"Still {await app.PhaseAsync()}.");
            await team.AnswerAsync();
            await talking.GoOnAsync(TimeSpan.FromMinutes(5), at => Awake(at, byDay, byNight));
        }

        app.ForgetMails();
        return app;
    }

    private static async Task<IReadOnlyList<MeasurementState.Done>> DoneAsync(LocalApp app) =>
        [.. (await app.CaseAsync()).File.Measurements.Select(m => m.State).OfType<MeasurementState.Done>()];

    private static async Task<IEnumerable<EffectVerdict>> VerdictsAsync(LocalApp app) =>
        (await DoneAsync(app)).Select(done => done.Verdict);
}
