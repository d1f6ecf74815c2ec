using CrisisFlow.Cases;
using CrisisFlow.Web.Links;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class A_draft_in_two_languages
{
    [Theory]
    [InlineData("批号20260226全部下架", "en", true)]
    [InlineData("Batch 20260226 is off sale", "en", false)]
    [InlineData("Batch 20260226 is off sale", "zh", true)]
    [InlineData("批号20260226 off sale", "zh", false)]
    [InlineData("Chengguo", "zh", false)]
    [InlineData("12 / 3", "zh", false)]
    [InlineData("𠮷野家", "en", true)]
    public void A_draft_in_two_languages_tells_what_was_written_in_the_other_one(
        string text,
        string into,
        bool foreign
    ) => Assert.Equal(foreign, ForeignText.IsForeign(text, Language.Find(into)!));

    [Fact(Timeout = 120_000)]
    public async Task A_draft_in_two_languages_does_not_start_with_a_language_the_facts_are_not_written_in()
    {
        await using var desk = await AtDraftAsync();
        var page = (await desk.GetAsync(desk.LinkFor(SampleCase.Lin))).Text;
        Assert.Matches("name=\"use.zh\" value=\"yes\" checked", page);
        Assert.Matches("name=\"use.en\" value=\"yes\">", page);
        Assert.Contains("About {{translate: 晴天电商}}", page);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_draft_in_two_languages_sends_the_ticked_language_alone()
    {
        await using var desk = await AtDraftAsync();
        var sent = await desk.PostAsync(
            desk.LinkFor(SampleCase.Lin),
            ("base", ""),
            ("languages", "yes"),
            ("use.zh", "yes"),
            ("title.statement-page.zh", "说明"),
            ("body.statement-page.zh", "我们致歉。"),
            ("title.statement-page.en", "About {{translate: 晴天电商}}"),
            ("body.statement-page.en", "We know about this matter.")
        );
        Assert.Equal(200, sent.Status);
        Assert.Equal(
            [Language.Zh],
            (await desk.CaseAsync()).File.Versions.Single().Texts.Select(text => text.Language).Distinct()
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_draft_in_two_languages_asks_about_a_text_that_was_written_and_not_ticked()
    {
        await using var desk = await AtDraftAsync();
        var sent = await desk.PostAsync(
            desk.LinkFor(SampleCase.Lin),
            ("base", ""),
            ("languages", "yes"),
            ("use.zh", "yes"),
            ("title.statement-page.zh", "说明"),
            ("body.statement-page.zh", "我们致歉。"),
            ("title.statement-page.en", "About our prices"),
            ("body.statement-page.en", "We are sorry.")
        );
        Assert.Equal(422, sent.Status);
        Assert.Contains("您修改了英文文本", sent.Text);
        Assert.Contains("We are sorry.", sent.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_draft_in_two_languages_takes_no_text_that_waits_to_be_translated()
    {
        await using var desk = await AtDraftAsync();
        var sent = await desk.PostAsync(
            desk.LinkFor(SampleCase.Lin),
            ("base", ""),
            ("languages", "yes"),
            ("use.en", "yes"),
            ("title.statement-page.en", "About {{translate: 晴天电商}}"),
            ("body.statement-page.en", "We are sorry.")
        );
        Assert.Equal(422, sent.Status);
        Assert.Empty((await desk.CaseAsync()).File.Versions);
    }

    private static async Task<SiteDesk> AtDraftAsync()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.TriageAsync(desk);
        await Walk.FactsAsync(desk);
        return desk;
    }
}
