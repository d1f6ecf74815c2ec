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
        var desk = new SiteDesk();
        var order = new PublicationOrder(
            new PublicationId("v2-webhook-zh"), new CaseId("case-1"), "qingtian", "晴天电商", 2, new string('a', 64),
                "statement-page", Language.Zh,
            "a < b & c > \"d\" ]]> \u0001\uffff", "<script>alert(1)</script>\ud800", SampleCase.Start, false);
        await new StatementStore(desk.Store).AddAsync(order, default);
        var feed = await desk.GetAsync("/statements/feed.atom");
        var entry = XDocument.Parse(SiteDesk.Text(feed)).Root!.Elements().Single(element => element.Name.LocalName == "entry");
        Assert.Contains("<script>alert(1)</script>", entry.Value);
        var tag = feed.Headers.Single(header => header.Key == "ETag").Value;
        Assert.Equal(304, (await desk.Site.HandleAsync(new SiteRequest("GET", "/statements/feed.atom") { IfNoneMatch = tag })).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_public_may_be_found_and_kept()
    {
        var headers = (await new SiteDesk().GetAsync("/statements")).Headers;
        Assert.DoesNotContain(headers, header => header.Key == "X-Robots-Tag");
        Assert.Contains(headers, header => header is { Key: "Cache-Control", Value: "public, max-age=60" });
    }
}
