using CrisisFlow.Browsing.Driver;
using CrisisFlow.Cases;

namespace CrisisFlow.Browsing;

/// <summary>
/// Every page and mail on the way is looked at as it comes: width, targets, labels, contrast by day and night,
/// language, no script, no other host.
/// </summary>
public sealed class A_whole_case_on_a_phone(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Fact = "3月4日第二产线切刀崩裂，批号20260226的果泥可能混入玻璃。";

    [Fact(Timeout = 300_000)]
    public async Task A_whole_case_on_a_phone_goes_from_its_first_mail_to_its_report_with_a_thumb_and_without_a_script()
    {
        await using var crisis = await Crisis.StartAsync();
        await using var phone = await chromium.PhoneAsync(crisis.Address);
        await using var english = await chromium.PhoneAsync(crisis.Address, "en");

        // Triage: the question stands before the tables.
        var triage = await crisis.ReadMailAsync(phone, "ann@", "研判");
        await phone.GoAsync(triage[0]);
        Assert.Equal(CasePhase.Triage, await crisis.PhaseAsync());
        await phone.TickAsync("verdict", "Confirmed");
        await phone.TapAsync("main form .buttons button");
        await phone.ShouldSayAsync("可以关闭本页");
        await phone.GoAsync(triage[0]);
        await phone.ShouldSayAsync("您已答复");
        await crisis.PassAsync(TimeSpan.FromMinutes(5));

        // Facts: one mail asks for all three.
        var facts = await crisis.ReadMailAsync(phone, "bo@", "3 项任务待办");
        Assert.Equal(4, facts.Count);
        foreach (var fact in facts.Take(3))
        {
            await phone.GoAsync(fact);
            await phone.FillAsync("text", Fact);
            await phone.TapAsync("main form .buttons button");
            Assert.Equal(200, phone.Status);
        }

        await crisis.PassAsync(TimeSpan.FromMinutes(5));

        // Draft: what is not to be published in English is neither emptied nor scrolled past.
        await phone.GoAsync((await crisis.ReadMailAsync(phone, "ann@", "起草声明"))[0]);
        Assert.False(await phone.Page.IsCheckedAsync("[name='use.en']"));
        await phone.TapAsync("main form .buttons button");
        Assert.Equal(CasePhase.Approval, await crisis.PhaseAsync());
        await crisis.PassAsync(TimeSpan.FromMinutes(5));

        // Approval: rejecting needs a comment; approving is one tap.
        await phone.GoAsync((await crisis.ReadMailAsync(phone, "luo@", "请审批声明"))[0]);
        await phone.TapAsync("button[value=reject]");
        Assert.Equal(422, phone.Status);
        await phone.TapAsync("button[value=approve]");
        await crisis.PassAsync(TimeSpan.FromMinutes(5));
        var dan = await crisis.ReadMailAsync(english, "dan@", "Approve or reject");
        await english.GoAsync(dan[0]);
        await english.TapAsync("button[value=approve]");
        await crisis.PassAsync(TimeSpan.FromMinutes(5));

        // Execution: customer service has its words, and both tasks in one mail.
        Assert.Equal(CasePhase.Execution, await crisis.PhaseAsync());
        var tasks = await crisis.ReadMailAsync(phone, "bo@", "2 项任务待办");
        foreach (var task in tasks.Take(2))
        {
            await phone.GoAsync(task);
            await phone.TapAsync("main form .buttons button");
        }

        await phone.GoAsync("/statements");
        await phone.TapAsync("main h2 a");
        await phone.ShouldSayAsync(Fact);
        await english.GoAsync(dan[^1]);
        await phone.GoAsync(triage[^1]);

        // Effect and review.
        for (var i = 0; i < 20 && await crisis.PhaseAsync() != CasePhase.Review; i++)
            await crisis.PassAsync(TimeSpan.FromHours(12), TimeSpan.FromHours(1));
        await phone.GoAsync((await crisis.ReadMailAsync(phone, "ann@", "请撰写复盘"))[0]);
        await phone.FillAsync("text", "升级到法务用了四十分钟，今后并行。");
        await phone.TapAsync("main form .buttons button");
        Assert.Null(await crisis.PhaseAsync());
        await EveryTeamPageAsync(phone, (await crisis.CaseAsync()).Id.Value);
        await EveryTeamPageAsync(english, (await crisis.CaseAsync()).Id.Value);
    }

    private static async Task EveryTeamPageAsync(Phone phone, string id)
    {
        foreach (
            var page in (string[])
                [
                    "/",
                    "/cases",
                    $"/cases/{id}",
                    $"/cases/{id}/report",
                    $"/talk-track/{id}",
                    "/warnings",
                    "/warnings/brand",
                    "/topics/brand",
                    "/sources",
                    "/silences",
                    "/learning",
                    "/outbox",
                    "/nothing",
                ]
        )
            await phone.GoAsync(page);
    }
}
