using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Links;

public sealed class Every_note_is_kept
{
    [Fact(Timeout = 120_000)]
    public async Task A_note_sent_twice_costs_none_of_the_notes_after_it()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var link = app.Mailbox("ann").All[0].Links[^1];
        foreach (var text in (string[])["甲：媒体来电", "甲：媒体来电", "乙：门店已停售", "丙：监管部门到场"])
            (await (await app.Browser.GetAsync(link)).SubmitAsync("note", ("text", text))).ShouldBe(200);
        Assert.Equal(
            ["甲：媒体来电", "乙：门店已停售", "丙：监管部门到场"],
            (await app.CaseAsync()).File.Notes.Select(note => note.Text)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Notes_sent_from_one_page_at_the_same_moment_are_all_kept()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var page = await app.Browser.GetAsync(app.Mailbox("ann").All[0].Links[^1]);
        string[] texts = ["甲：媒体来电", "乙：门店已停售", "丙：监管部门到场", "丁：视频下架"];
        var answers = await Task.WhenAll(texts.Select(text => page.SubmitAsync("note", ("text", text))));
        Assert.All(answers, answer => answer.ShouldBe(200));
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(
            texts.Order(StringComparer.Ordinal),
            (await app.CaseAsync()).File.Notes.Select(note => note.Text).Order(StringComparer.Ordinal)
        );
    }
}
