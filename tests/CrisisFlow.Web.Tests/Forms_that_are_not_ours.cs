using System.Text.RegularExpressions;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>What a form must be before its answer counts.</summary>
public sealed partial class Forms_that_are_not_ours
{
    [Fact(Timeout = 120_000)]
    public async Task A_query_that_names_a_decision_decides_nothing()
    {
        await using var desk = await Walk.AtApprovalAsync();
        await desk.GetAsync(
            desk.LinkFor(SampleCase.Ann)
                + "?decision=approve&seal="
                + desk.SealOf(desk.LinkFor(SampleCase.Ann))
                + "&_method=POST"
        );
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_form_without_the_seal_of_its_page_is_refused(string? seal)
    {
        await using var desk = await Walk.AtApprovalAsync();
        Assert.Equal(
            403,
            (await desk.PostWithAsync(desk.LinkFor(SampleCase.Ann), seal, ("decision", "approve"))).Status
        );
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
        Assert.Contains(desk.Log, line => FormRefused().IsMatch(line));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_form_with_the_seal_of_another_link_is_refused()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var foreign = desk.SealOf(desk.LinkFor(SampleCase.Lin));
        Assert.Equal(
            403,
            (await desk.PostWithAsync(desk.LinkFor(SampleCase.Ann), foreign, ("decision", "approve"))).Status
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_sent_from_another_site_is_refused(string fetchSite)
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(
            403,
            (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&decision=approve", fetchSite: fetchSite)).Status
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    public async Task A_body_that_is_no_form_is_refused(string type)
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(403, (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&decision=approve", type)).Status);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("decision=approve&decision=reject")]
    [InlineData("decision=approve&x=%zz")]
    [InlineData("decision=approve&x=%ff%fe")]
    public async Task A_form_with_a_repeated_name_or_a_broken_escape_is_refused(string more)
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(400, (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&{more}")).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_comment_beyond_the_limit_is_refused_with_the_limit()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var answer = await desk.PostAsync(
            desk.LinkFor(SampleCase.Ann),
            ("decision", "reject"),
            ("comment", new string('长', 4_001))
        );
        Assert.Equal(422, answer.Status);
        Assert.Contains("4,000 for anything else", answer.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_form_of_megabytes_is_refused_before_it_is_read_whole()
    {
        await using var desk = await Walk.AtApprovalAsync();
        Assert.Equal(
            413,
            (await desk.PostBodyAsync(desk.LinkFor(SampleCase.Ann), "comment=" + new string('a', 3_000_000))).Status
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_form_of_more_fields_than_any_page_has_is_refused()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        var body =
            $"seal={desk.SealOf(link)}&verdict=Nothing&"
            + string.Join('&', Enumerable.Range(0, 200).Select(i => $"f{i}=1"));
        Assert.Equal(400, (await desk.PostBodyAsync(link, body)).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [GeneratedRegex("^Form refused: FormForeign, case case-qingtian-1, caller [0-9a-f]{16}\\.$")]
    private static partial Regex FormRefused();
}
