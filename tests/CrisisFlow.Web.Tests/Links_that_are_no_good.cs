using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>Expired, forged, foreign and guessed links.</summary>
public sealed class Links_that_are_no_good
{
    [Fact(Timeout = 120_000)]
    public async Task A_link_that_expired_a_second_ago_says_so_and_changes_nothing()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        desk.Clock.Advance(TimeSpan.FromHours(72));
        var late = await desk.GetAsync(link + "?lang=en");
        Assert.Equal(410, late.Status);
        Assert.Contains("It was valid until 23 Nov 09:00.", late.Text);
        Assert.Equal(410, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Confirmed"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_forged_link_a_foreign_one_and_a_broken_one_each_get_their_own_page()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        var forged = link[..^4] + (link.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        var foreign = SitePaths.AtRoot.Link(
            new LinkSigner(new LinkKeys([.. Enumerable.Repeat((byte)7, 32)])).Write(
                new Link(LinkPurpose.Case, "case-qingtian-1", "", "lin", "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        await Shows(forged, 403, "This link has been altered");
        await Shows(foreign, 404, "This link is not valid here");
        await Shows(link[..^3], 400, "This link is incomplete");

        async Task Shows(string path, int status, string title)
        {
            var answer = await desk.GetAsync(path + "?lang=en");
            Assert.Equal(status, answer.Status);
            Assert.Contains(title, answer.Text);
            Assert.DoesNotContain("qingtian-1", answer.Text);
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("case-other", "lin", 404)]
    [InlineData("case-qingtian-1", "nobody", 403)]
    public async Task A_good_signature_for_a_case_or_person_that_is_not_there_decides_nothing(
        string id,
        string person,
        int status
    )
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Triage, id, "triage-1", person, "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        Assert.Equal(status, (await desk.GetAsync(link)).Status);
        Assert.Equal(status, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Nothing"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_link_for_one_purpose_serves_no_other()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var task = (await desk.CaseAsync()).File.OpenTasks.Single().Id.Value;
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Approval, SampleCase.Id.Value, task, "lin", "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        Assert.Equal(404, (await desk.GetAsync(link)).Status);
        Assert.Equal(404, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Nothing"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_eleventh_bad_link_of_a_minute_is_told_to_wait_and_a_good_one_is_not()
    {
        await using var desk = await SiteDesk.OpenAsync();
        for (var i = 0; i < 10; i++)
            Assert.Equal(400, (await desk.GetAsync("/l/guess" + i)).Status);
        var refused = await desk.GetAsync("/l/guess");
        Assert.Equal(429, refused.Status);
        Assert.Equal("60", refused.Headers["Retry-After"]);
        Assert.Equal(200, (await desk.GetAsync(desk.LinkFor(SampleCase.Lin))).Status);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(400, (await desk.GetAsync("/l/guess")).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_guesses_a_thousand_times_gets_one_line_in_the_log_a_minute()
    {
        await using var desk = await SiteDesk.OpenAsync();
        for (var i = 0; i < 1_000; i++)
            await desk.GetAsync("/l/guess" + i);
        Assert.Single(desk.Log, line => line.StartsWith("Too many invalid links", StringComparison.Ordinal));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 20; i++)
            await desk.GetAsync("/l/guess" + i);
        Assert.Equal(2, desk.Log.Count(line => line.StartsWith("Too many invalid links", StringComparison.Ordinal)));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_disabled_or_removed_since_the_case_was_opened_decides_nothing(bool removed)
    {
        var settings = SampleCase.Settings();
        await using var desk = await SiteDesk.OpenAsync(settings: settings);
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        var ann = settings.People.Find(person => person.Id == SampleCase.Ann.Id.Value)!;
        if (removed)
            settings.People.Remove(ann);
        else
            ann.Disabled = true;
        Assert.Equal(403, (await desk.GetAsync(link)).Status);
        Assert.Equal(403, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("a/b#c")]
    [InlineData("\0")]
    [InlineData("UPPER")]
    public async Task A_good_signature_over_what_can_be_no_case_is_answered_and_not_stumbled_over(string id)
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(new Link(LinkPurpose.Case, id, "", "lin", "", desk.Clock.GetUtcNow().AddHours(1)))
        );
        Assert.Equal(404, (await desk.GetAsync(link)).Status);
    }
}
