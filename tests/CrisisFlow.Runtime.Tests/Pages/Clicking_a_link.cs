using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Playbooks;
using CrisisFlow.Runtime.Links;
using CrisisFlow.Runtime.Pages;
using CrisisFlow.Runtime.Tests.Pages.Desk;

namespace CrisisFlow.Runtime.Tests.Pages;

/// <summary>Approval links as they are met in the wild: scanners, double clicks, colleagues, attackers.</summary>
public sealed class Clicking_a_link
{
    [Fact(Timeout = 30_000)]
    public async Task A_scanner_that_fetches_everything_a_hundred_times_decides_nothing()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var events = (await desk.CaseAsync()).Events.Count;
        for (var i = 0; i < 100; i++)
            foreach (var method in (string[])["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND"])
                Assert.Equal(method is "GET" or "HEAD" ? 200 : 405, (await desk.GetAsync(desk.LinkFor(SampleCase.Ann), method: method)).Status);
        await desk.RunAsync();
        Assert.Equal(events, (await desk.CaseAsync()).Events.Count);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_query_that_names_a_decision_decides_nothing()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        await desk.GetAsync(desk.LinkFor(SampleCase.Ann) + "?decision=approve&seal=" + desk.SealOf(desk.LinkFor(SampleCase.Ann)) + "&_method=POST");
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_form_without_the_seal_of_its_page_is_refused(string? seal)
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        Assert.Equal(403, (await desk.PostWithAsync(desk.LinkFor(SampleCase.Ann), seal, ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
        Assert.Contains(desk.Log, line => line == "A form was refused: FormForeign, case case-qingtian-1, caller caller.");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_form_with_the_seal_of_another_link_is_refused()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var foreign = desk.SealOf(desk.LinkFor(SampleCase.Lin));
        Assert.Equal(403, (await desk.PostWithAsync(desk.LinkFor(SampleCase.Ann), foreign, ("decision", "approve"))).Status);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_sent_from_another_site_is_refused(string fetchSite)
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(403, (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&decision=approve", fetchSite: fetchSite)).Status);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    public async Task A_body_that_is_no_form_is_refused(string type)
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(403, (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&decision=approve", type)).Status);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("decision=approve&decision=reject")]
    [InlineData("decision=approve&x=%zz")]
    [InlineData("decision=approve&x=%ff%fe")]
    public async Task A_form_with_a_repeated_name_or_a_broken_escape_is_refused(string more)
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        Assert.Equal(400, (await desk.PostBodyAsync(link, $"seal={desk.SealOf(link)}&{more}")).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Ten_clicks_are_one_decision_and_the_same_answer()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        for (var i = 0; i < 10; i++)
            Assert.Equal(200, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Ten_clicks_at_the_same_moment_are_one_decision()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Approve_and_reject_at_the_same_moment_by_one_person_are_one_decision()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        await Task.WhenAll(
            desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve")),
            desk.PostWithAsync(link, desk.SealOf(link), ("decision", "reject"), ("comment", "no")));
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task Two_people_who_decide_differently_at_the_same_moment_get_one_outcome()
    {
        var desk = await SiteDesk.OpenAsync(quorum: new Quorum.First());
        await Walk.ToApprovalAsync(desk);
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        var (bob, chen) = (desk.LinkFor(SampleCase.Bob), desk.LinkFor(SampleCase.Chen));
        await Task.WhenAll(
            desk.PostWithAsync(bob, desk.SealOf(bob), ("decision", "approve")),
            desk.PostWithAsync(chen, desk.SealOf(chen), ("decision", "reject"), ("comment", "no")));
        Assert.NotNull(Assert.Single((await desk.CaseAsync()).File.Rounds).Closed);
        var late = SiteDesk.Text(await desk.GetAsync(chen + "?lang=en"));
        Assert.True(late.Contains("approved", StringComparison.Ordinal) || late.Contains("rejected", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task The_second_click_shows_who_decided_what_and_when()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        await desk.PostAsync(link, ("decision", "approve"), ("comment", "fine with me"));
        var again = await desk.GetAsync(link);
        Assert.Equal(200, again.Status);
        foreach (var shown in (string[])["You have decided already", "approved", "Ann Smith", "20 Nov 01:15", "fine with me"])
            Assert.Contains(shown, SiteDesk.Text(again));
        Assert.DoesNotContain("<form", SiteDesk.Text(again));
    }

    [Fact(Timeout = 30_000)]
    public async Task When_a_round_closes_its_other_links_say_so_and_decide_nothing()
    {
        var desk = await SiteDesk.OpenAsync(quorum: new Quorum.First());
        await Walk.ToApprovalAsync(desk);
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        var (bob, chen) = (desk.LinkFor(SampleCase.Bob), desk.LinkFor(SampleCase.Chen));
        await desk.PostAsync(bob, ("decision", "approve"));
        var late = await desk.GetAsync(chen + "?lang=en");
        Assert.Equal(410, late.Status);
        Assert.Contains("Round 1 closed: approved.", SiteDesk.Text(late));
        Assert.Contains("Bob Miller", SiteDesk.Text(late));
        Assert.Equal(409, (await desk.PostWithAsync(chen, desk.SealOf(chen), ("decision", "reject"), ("comment", "no"))).Status);
        Assert.Single((await desk.CaseAsync()).File.Rounds[0].Stages[1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_link_to_a_version_that_a_newer_one_followed_is_out_of_date()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var old = desk.LinkFor(SampleCase.Ann);
        await Walk.DraftAsync(desk, body: "我们为 12 款商品的标价错误诚恳致歉。");
        Assert.Equal(409, (await desk.GetAsync(old)).Status);
        Assert.Contains("This link is out of date", SiteDesk.Text(await desk.GetAsync(old)));
        Assert.Equal(409, (await desk.PostWithAsync(old, desk.SealOf(old), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_rejection_needs_a_comment_and_keeps_what_was_typed()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var answer = await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "reject"), ("comment", "  "));
        Assert.Equal(422, answer.Status);
        Assert.Contains("To reject, write what has to change: the author works from it.", SiteDesk.Text(answer));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_comment_beyond_the_limit_is_refused_with_the_limit()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var answer = await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "reject"), ("comment", new string('长', 4_001)));
        Assert.Equal(422, answer.Status);
        Assert.Contains("4,000 for everything else", SiteDesk.Text(answer));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_form_of_megabytes_is_refused_before_it_is_read_whole()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        Assert.Equal(413, (await desk.PostBodyAsync(desk.LinkFor(SampleCase.Ann), "comment=" + new string('a', 3_000_000))).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_author_of_a_version_may_not_approve_it()
    {
        var playbook = SampleCase.Playbook();
        var desk = await SiteDesk.OpenAsync(playbook: playbook with
        {
            Approval = new([new("team", new("团队", "Team"), new Quorum.All(), [Role.Communications, Role.Legal], TimeSpan.FromMinutes(30))]) { AuthorMayApproveAlone = false },
        });
        await Walk.ToApprovalAsync(desk);
        var round = (await desk.CaseAsync()).File.Rounds[^1];
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Approval, SampleCase.Id.Value, round.Stages[0].Task.Value, "lin", round.Hash, desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(403, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_link_that_expired_a_second_ago_says_so_and_changes_nothing()
    {
        var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        desk.Clock.Advance(TimeSpan.FromHours(72));
        var late = await desk.GetAsync(link + "?lang=en");
        Assert.Equal(410, late.Status);
        Assert.Contains("It was good until 23 Nov 09:00.", SiteDesk.Text(late));
        Assert.Equal(410, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Confirmed"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_forged_link_a_foreign_one_and_a_broken_one_each_get_their_own_page()
    {
        var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        var forged = link[..^4] + (link.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        var foreign = SitePaths.Link(new LinkSigner(new LinkKeys([.. Enumerable.Repeat((byte)7, 32)])).Write(new Link(LinkPurpose.Case, "case-qingtian-1", "", "lin", "", desk.Clock.GetUtcNow().AddHours(1))));
        await Shows(forged, 403, "This link was altered");
        await Shows(foreign, 404, "This link is not from here");
        await Shows(link[..^3], 400, "This link is incomplete");

        async Task Shows(string path, int status, string title)
        {
            var answer = await desk.GetAsync(path + "?lang=en");
            Assert.Equal(status, answer.Status);
            Assert.Contains(title, SiteDesk.Text(answer));
            Assert.DoesNotContain("qingtian-1", SiteDesk.Text(answer));
        }
    }

    [Theory(Timeout = 30_000)]
    [InlineData("case-other", "lin", 404)]
    [InlineData("case-qingtian-1", "nobody", 403)]
    public async Task A_good_signature_for_a_case_or_person_that_is_not_there_decides_nothing(string id, string person, int status)
    {
        var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Triage, id, "triage-1", person, "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(status, (await desk.GetAsync(link)).Status);
        Assert.Equal(status, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Nothing"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_link_for_one_purpose_serves_no_other()
    {
        var desk = await SiteDesk.OpenAsync();
        var task = (await desk.CaseAsync()).File.OpenTasks.Single().Id.Value;
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Approval, SampleCase.Id.Value, task, "lin", "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(404, (await desk.GetAsync(link)).Status);
        Assert.Equal(404, (await desk.PostWithAsync(link, desk.SealOf(link), ("verdict", "Nothing"))).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_eleventh_bad_link_of_a_minute_is_told_to_wait_and_a_good_one_is_not()
    {
        var desk = await SiteDesk.OpenAsync();
        for (var i = 0; i < 10; i++) Assert.Equal(400, (await desk.GetAsync("/l/guess" + i)).Status);
        var refused = await desk.GetAsync("/l/guess");
        Assert.Equal(429, refused.Status);
        Assert.Contains(refused.Headers, header => header is { Key: "Retry-After", Value: "60" });
        Assert.Equal(200, (await desk.GetAsync(desk.LinkFor(SampleCase.Lin))).Status);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(400, (await desk.GetAsync("/l/guess")).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task Whoever_guesses_a_thousand_times_gets_one_line_in_the_log_a_minute()
    {
        var desk = await SiteDesk.OpenAsync();
        for (var i = 0; i < 1_000; i++) await desk.GetAsync("/l/guess" + i);
        Assert.Single(desk.Log, line => line.StartsWith("Too many bad links", StringComparison.Ordinal));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 20; i++) await desk.GetAsync("/l/guess" + i);
        Assert.Equal(2, desk.Log.Count(line => line.StartsWith("Too many bad links", StringComparison.Ordinal)));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_was_disabled_or_removed_since_the_case_was_opened_decides_nothing(bool removed)
    {
        var settings = SampleCase.Settings();
        var desk = await SiteDesk.OpenAsync(settings: settings);
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Ann);
        var ann = settings.People.Find(person => person.Id == SampleCase.Ann.Id.Value)!;
        if (removed) settings.People.Remove(ann);
        else ann.Disabled = true;
        Assert.Equal(403, (await desk.GetAsync(link)).Status);
        Assert.Equal(403, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("")]
    [InlineData("a/b#c")]
    [InlineData("\0")]
    [InlineData("UPPER")]
    public async Task A_good_signature_over_what_can_be_no_case_is_answered_and_not_stumbled_over(string id)
    {
        var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Case, id, "", "lin", "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(404, (await desk.GetAsync(link)).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_form_of_more_fields_than_any_page_has_is_refused()
    {
        var desk = await SiteDesk.OpenAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        var body = $"seal={desk.SealOf(link)}&verdict=Nothing&" + string.Join('&', Enumerable.Range(0, 200).Select(i => $"f{i}=1"));
        Assert.Equal(400, (await desk.PostBodyAsync(link, body)).Status);
        Assert.Null((await desk.CaseAsync()).File.Triage);
    }

    [Fact(Timeout = 30_000)]
    public async Task No_token_reaches_a_log()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var token = desk.TokenFor(SampleCase.Ann);
        await desk.GetAsync("/l/" + token[..^2]);
        await desk.PostWithAsync("/l/" + token, null, ("decision", "approve"));
        await desk.PostWithAsync("/l/" + token, desk.Signer.FormSeal(token), ("decision", "reject"));
        await desk.PostWithAsync("/l/" + token, desk.Signer.FormSeal(token), ("decision", "approve"));
        Assert.NotEmpty(desk.Log);
        Assert.DoesNotContain(desk.Log, line => line.Contains(token[..20], StringComparison.Ordinal));
        Assert.Equal("/l/…", new SiteRequest("GET", "/l/" + token).LogPath);
        Assert.Equal("/flow/l/…", SitePaths.Scrub("/flow/l/" + token + "/more"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_about_the_request_moves_where_links_lead()
    {
        var desk = await SiteDesk.OpenAsync();
        var page = SiteDesk.Text(await desk.GetAsync(desk.LinkFor(SampleCase.Lin) + "?returnUrl=//evil.example&next=javascript:alert(1)"));
        Assert.DoesNotContain("evil", page);
        Assert.All(desk.Mailbox, mail => Assert.Contains("https://crisis.qingtian.example/l/", mail.Text));
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_answer_carries_the_headers_that_keep_it_private()
    {
        var desk = await SiteDesk.OpenAsync();
        foreach (var path in (string[])[desk.LinkFor(SampleCase.Lin), "/l/bad", "/nothing", "/cases"])
        {
            var headers = (await desk.Site.HandleAsync(new SiteRequest("GET", path) { IsHttps = true })).Headers.ToDictionary(header => header.Key, header => header.Value);
            Assert.Equal("no-store", headers["Cache-Control"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("noindex, nofollow", headers["X-Robots-Tag"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", headers["Content-Security-Policy"]);
            Assert.Equal("max-age=31536000; includeSubDomains", headers["Strict-Transport-Security"]);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Plain_http_promises_no_transport_security() =>
        Assert.DoesNotContain((await new SiteDesk().GetAsync("/style.css")).Headers, header => header.Key == "Strict-Transport-Security");

    [Fact(Timeout = 30_000)]
    public async Task A_draft_made_from_an_overtaken_version_is_kept_in_the_form_and_not_stored()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var link = desk.LinkFor(SampleCase.Lin);
        var answer = await desk.PostAsync(link, ("base", "old"), ("title.statement-page.zh", "另一个标题"), ("body.statement-page.zh", "正文"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("另一个标题", SiteDesk.Text(answer));
        Assert.Single((await desk.CaseAsync()).File.Versions);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_draft_starts_from_the_playbooks_templates_filled_with_what_the_case_knows()
    {
        var playbook = SampleCase.Playbook();
        var desk = await SiteDesk.OpenAsync(playbook: playbook with
        {
            Statements = [new(Channel.StatementPage, Language.Zh, "关于{{topic}}", "{{date}}：{{fact.prices}}。{{fact.never-asked}}"), new(Channel.StatementPage, Language.En, "About {{topic}}", "{{date}}")],
        });
        await Walk.TriageAsync(desk);
        await Walk.FactsAsync(desk, "12 款标价有误");
        var page = SiteDesk.Text(await desk.GetAsync(desk.LinkFor(SampleCase.Lin)));
        Assert.Contains("value=\"关于晴天电商\"", page);
        Assert.Contains("2026年11月20日：12 款标价有误。{{fact.never-asked}}", page);
        Assert.Contains("20 November 2026", page);
        var answer = await desk.PostAsync(desk.LinkFor(SampleCase.Lin), ("base", ""), ("title.statement-page.zh", "关于晴天电商"), ("body.statement-page.zh", "{{fact.never-asked}}"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("文本中还有双花括号占位符，请填写、翻译或删除。", SiteDesk.Text(answer));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_task_handed_over_is_no_longer_decided_by_the_old_link()
    {
        var desk = await SiteDesk.OpenAsync();
        await Walk.ToApprovalAsync(desk);
        var old = desk.LinkFor(SampleCase.Ann);
        var myCase = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "ann", "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(200, (await desk.PostAsync(myCase, ("action", "handover"), ("to", "chen"), ("reason-handover", "leave"))).Status);
        await desk.RunAsync();
        Assert.Equal(403, (await desk.GetAsync(old)).Status);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Chen), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_director_stops_a_case_with_a_reason_and_never_without()
    {
        var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "bob", "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal(422, (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", ""))).Status);
        Assert.Equal(200, (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", "A mix-up of names."))).Status);
        Assert.Equal("A mix-up of names.", Assert.IsType<CaseState.Closed>((await desk.CaseAsync()).State).Ended.Reason);
    }

    [Fact(Timeout = 30_000)]
    public async Task Somebody_who_directs_nothing_cannot_stop_a_case()
    {
        var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.Link(desk.Signer.Write(new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "wu", "", desk.Clock.GetUtcNow().AddHours(1))));
        Assert.DoesNotContain("value=\"stop\"", SiteDesk.Text(await desk.GetAsync(link)));
        Assert.Equal(403, (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", "because"))).Status);
        Assert.IsType<CaseState.Open>((await desk.CaseAsync()).State);
    }
}
