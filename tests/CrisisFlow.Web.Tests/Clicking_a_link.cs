using CrisisFlow.Presentation;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>Approval links as they are met in the wild: scanners, logs, proxies.</summary>
public sealed class Clicking_a_link
{
    [Fact(Timeout = 120_000)]
    public async Task A_scanner_that_fetches_everything_a_hundred_times_decides_nothing()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var events = (await desk.CaseAsync()).Events.Count;
        for (var i = 0; i < 100; i++)
            foreach (var method in (string[])["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND"])
                Assert.Equal(
                    method is "GET" or "HEAD" ? 200 : 405,
                    (await desk.GetAsync(desk.LinkFor(SampleCase.Ann), method: method)).Status
                );
        await desk.RunAsync();
        Assert.Equal(events, (await desk.CaseAsync()).Events.Count);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task No_token_reaches_a_log()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var token = desk.TokenFor(SampleCase.Ann);
        await desk.GetAsync("/l/" + token[..^2]);
        await desk.PostWithAsync("/l/" + token, null, ("decision", "approve"));
        await desk.PostWithAsync("/l/" + token, desk.Signer.FormSeal(token), ("decision", "reject"));
        await desk.PostWithAsync("/l/" + token, desk.Signer.FormSeal(token), ("decision", "approve"));
        Assert.NotEmpty(desk.Log);
        Assert.DoesNotContain(desk.Log, line => line.Contains(token[..20], StringComparison.Ordinal));
        Assert.Equal("/l/…", SitePaths.Scrub("/l/" + token));
        Assert.Equal("/flow/l/…", SitePaths.Scrub("/flow/l/" + token + "/more"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Nothing_about_the_request_moves_where_links_lead()
    {
        await using var desk = await SiteDesk.OpenAsync();
        const string elsewhere = "?returnUrl=//evil.example&next=javascript:alert(1)";
        var page = (await desk.GetAsync(desk.LinkFor(SampleCase.Lin) + elsewhere)).Text;
        Assert.DoesNotContain("evil", page);
        Assert.All(desk.Mailbox, mail => Assert.Contains("https://crisis.qingtian.example/l/", mail.Text));
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_answer_carries_the_headers_that_keep_it_private()
    {
        await using var desk = await SiteDesk.OpenAsync();
        foreach (var path in (string[])[desk.LinkFor(SampleCase.Lin), "/l/bad", "/nothing", "/cases"])
        {
            var headers = (await desk.GetAsync(path, https: true)).Headers;
            Assert.Equal("no-store", headers["Cache-Control"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("noindex, nofollow", headers["X-Robots-Tag"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                    + "base-uri 'none'",
                headers["Content-Security-Policy"]
            );
            Assert.Equal("max-age=31536000; includeSubDomains", headers["Strict-Transport-Security"]);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Plain_http_promises_no_transport_security()
    {
        await using var desk = new SiteDesk();
        Assert.DoesNotContain("Strict-Transport-Security", (await desk.GetAsync("/style.css")).Headers.Keys);
    }
}
