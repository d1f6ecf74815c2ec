using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response.Engine;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>Whatever a person sends is stored, or the answer says that it was not.</summary>
public sealed class Words_are_kept
{
    [Fact(Timeout = 120_000)]
    public async Task Notes_after_one_that_was_sent_twice_are_kept()
    {
        await using var desk = await SiteDesk.OpenAsync();
        foreach (var text in (string[])["A", "A", "B", "C"])
            Assert.Equal(200, (await NoteAsync(desk, text)).Status);
        Assert.Equal(["A", "B", "C"], (await desk.CaseAsync()).File.Notes.Select(note => note.Text));
    }

    [Fact(Timeout = 120_000)]
    public async Task Notes_that_come_before_the_case_has_taken_the_first_are_kept()
    {
        await using var desk = await SiteDesk.OpenAsync(asleep: true);
        foreach (var text in (string[])["A", "B", "A", "C"])
            Assert.Equal(200, (await NoteAsync(desk, text)).Status);
        Assert.Empty((await desk.CaseAsync()).File.Notes);
        await desk.RunAsync();
        Assert.Equal(
            ["A", "B", "C"],
            (await desk.CaseAsync()).File.Notes.Select(note => note.Text).Order(StringComparer.Ordinal)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_double_click_on_one_page_is_one_action_and_both_are_told_what_was_done()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var page = CaseLink(desk, SampleCase.Bob);
        var events = (await desk.CaseAsync()).File.Events.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var _ in (int[])[1, 2])
        {
            var answer = await desk.PostAsync(
                page,
                ("action", "regrade"),
                ("events", events),
                ("level", "Red"),
                ("reason-regrade", "television")
            );
            Assert.Equal(200, answer.Status);
        }

        var regraded = (await desk.CaseAsync()).Events.Select(one => one.Event).OfType<CaseEvent.Regraded>();
        Assert.Equal("television", Assert.Single(regraded).Reason);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_reason_for_what_is_so_already_is_given_back_and_not_thanked_for()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = CaseLink(desk, SampleCase.Bob);
        (string, string)[] regrade =
        [
            ("action", "regrade"),
            ("level", "Orange"),
            ("reason-regrade", "seen on television"),
        ];
        var answer = await desk.PostAsync(link, regrade);
        Assert.Equal(409, answer.Status);
        Assert.Contains("seen on television", answer.Text);
        Assert.Contains("your text was not saved", answer.Text);
        // No id was spent: the same words count once they mean something.
        Assert.Equal(200, (await desk.PostAsync(link, ("action", "regrade"), ("level", "Red"), regrade[2])).Status);
        Assert.Equal(Level.Red, (await desk.CaseAsync()).File.Level);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_reason_that_came_to_nothing_behind_another_click_is_given_back()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = CaseLink(desk, SampleCase.Bob);
        // Stored, and not taken yet: what a click in the same millisecond leaves.
        await desk.Signals.RaiseAsync(
            SampleCase.Id,
            "a.chen",
            new CaseCommand.Regrade(desk.Clock.GetUtcNow(), SampleCase.Chen.Id, Level.Red, "the evening news"),
            SampleCase.Chen.Id
        );
        var answer = await desk.PostAsync(
            link,
            ("action", "regrade"),
            ("level", "Red"),
            ("reason-regrade", "seen on television")
        );
        Assert.Equal(409, answer.Status);
        Assert.Contains("seen on television", answer.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_second_answer_that_says_otherwise_is_not_called_recorded_while_the_first_waits()
    {
        await using var desk = await SiteDesk.OpenAsync(asleep: true);
        var link = desk.LinkFor(SampleCase.Lin);
        Assert.Equal(200, (await desk.PostAsync(link, ("verdict", "Nothing"), ("comment", "a joke"))).Status);
        Assert.Equal(200, (await desk.PostAsync(link, ("verdict", "Nothing"), ("comment", "a joke"))).Status);
        var other = await desk.PostAsync(link, ("verdict", "Confirmed"), ("comment", "no, it is true"));
        Assert.Equal(409, other.Status);
        Assert.Contains("no, it is true", other.Text);
        await desk.RunAsync();
        Assert.Equal(TriageVerdict.Nothing, (await desk.CaseAsync()).File.Triage!.Verdict);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_draft_that_is_sent_again_after_another_is_a_new_version()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var draft = DraftLink(desk, await desk.CaseAsync());
        foreach (var body in (string[])["甲。", "乙。", "甲。"])
        {
            var newest = (await desk.CaseAsync()).File.Versions[^1].Hash;
            var answer = await desk.PostAsync(
                draft,
                ("base", newest),
                ("title.statement-page.zh", "关于年货节价格的说明"),
                ("body.statement-page.zh", body)
            );
            Assert.Equal(200, answer.Status);
        }

        Assert.Equal(
            ["甲。", "乙。", "甲。"],
            (await desk.CaseAsync())
                .File.Versions.TakeLast(3)
                .Select(version => version.Texts.First(text => text.Channel == "statement-page").Body)
        );
    }

    private static Task<Answer> NoteAsync(SiteDesk desk, string text) =>
        desk.PostAsync(CaseLink(desk, SampleCase.Bob), ("action", "note"), ("text", text));

    private static string CaseLink(SiteDesk desk, Person person) =>
        SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Case, SampleCase.Id.Value, "", person.Id.Value, "", SampleCase.Start.AddHours(8))
            )
        );

    private static string DraftLink(SiteDesk desk, CaseRecord record) =>
        SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(
                    LinkPurpose.Draft,
                    SampleCase.Id.Value,
                    record.File.Tasks.Last(task => task.Kind == TaskKind.Draft).Id.Value,
                    SampleCase.Lin.Id.Value,
                    "",
                    SampleCase.Start.AddHours(20)
                )
            )
        );
}
