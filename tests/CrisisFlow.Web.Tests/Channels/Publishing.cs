using System.Xml.Linq;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Web;
using CrisisFlow.Web.Tests.Desk;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Web.Tests.Channels;

public sealed class Publishing
{
    [Fact(Timeout = 120_000)]
    public async Task The_feed_is_well_formed_whatever_was_published_and_says_when_nothing_changed()
    {
        await using var desk = new SiteDesk();
        var order = new PublicationOrder(
            new PublicationId("v2-webhook-zh"),
            new CaseId("case-1"),
            "qingtian",
            "晴天电商",
            2,
            new string('a', 64),
            "statement-page",
            Language.Zh,
            "a < b & c > \"d\" ]]> \u0001\uffff",
            "<script>alert(1)</script>\ud800",
            SampleCase.Start,
            false
        );
        await new StatementStore(desk.Store).AddAsync(order, default);
        var feed = await desk.GetAsync("/statements/feed.atom");
        var entry = XDocument.Parse(feed.Text).Root!.Elements().Single(element => element.Name.LocalName == "entry");
        Assert.Contains("<script>alert(1)</script>", entry.Value);
        Assert.Equal(304, (await desk.GetAsync("/statements/feed.atom", etag: feed.Headers["ETag"])).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_public_may_be_found_and_kept()
    {
        await using var desk = new SiteDesk();
        var headers = (await desk.GetAsync("/statements")).Headers;
        Assert.DoesNotContain("X-Robots-Tag", headers.Keys);
        Assert.Equal("public, max-age=60", headers["Cache-Control"]);
    }
}
