using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Settings;

namespace CrisisFlow.Web.Public;

/// <summary>What was published, for everybody: a list, a page each, an Atom feed.</summary>
internal sealed class StatementPages(SiteParts parts)
{
    private const int Most = 50;

    private readonly StatementStore _table = new(parts.Store);

    public async Task<SiteResponse> ListAsync(Viewer viewer, CancellationToken cancellation)
    {
        var statements = await _table.NewestAsync(Most, cancellation);
        var items = statements.Select(one => Html.Of($"""
            <article class="card item" lang="{CasePart.Lang(one.Language)}"><h2><a href="{SitePaths.Statement(one.Slug)}">{one.Title}</a></h2><p class="soft">{viewer.Time(one.At)}</p></article>
            """));
        return Public(Layout.Page(viewer, Title(viewer), Html.Of($"""
            <h1>{Title(viewer)}</h1>{(statements.Count == 0 ? Html.Of($"""<p class="soft">{viewer.T["statements.none"]}</p>""") : Html.Join(items))}
            <p><a href="{SitePaths.Feed}">{viewer.T["statements.feed"]}</a></p>
            """), 200, SitePaths.Statements, FeedLink(viewer)));
    }

    public async Task<SiteResponse?> ShowAsync(Viewer viewer, string slug, CancellationToken cancellation) =>
        await _table.FindAsync(slug, cancellation) is not { } statement ? null : Public(Layout.Page(viewer, statement.Title, Html.Of($"""
            <article lang="{CasePart.Lang(statement.Language)}"><p class="soft">{parts.Settings.Brand.Name} · {viewer.Time(statement.At)} ({viewer.ZoneName(statement.At)})</p>
            <h1>{Html.OutsideLines(statement.Title)}</h1><section class="card"><p class="lead">{Html.OutsideLines(statement.Body)}</p></section></article>
            <p><a href="{SitePaths.Statements}">{Title(viewer)}</a></p>
            """), 200, SitePaths.Statements, FeedLink(viewer)));

    public async Task<SiteResponse> FeedAsync(SiteRequest request, CancellationToken cancellation)
    {
        var statements = await _table.NewestAsync(Most, cancellation);
        var site = parts.Settings.Site;
        var updated = statements.Count == 0 ? DateTimeOffset.UnixEpoch : statements[0].At;
        var entries = statements.Select(one => Html.Of($"""
            <entry xml:lang="{CasePart.Lang(one.Language)}"><id>{SitePaths.Absolute(site, SitePaths.Statement(one.Slug))}</id><title>{one.Title}</title><updated>{Stamp(one.At)}</updated><published>{Stamp(one.At)}</published><link rel="alternate" type="text/html" href="{SitePaths.Absolute(site, SitePaths.Statement(one.Slug))}"/><content type="text">{one.Body}</content></entry>

            """));
        var feed = Html.Of($"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><id>{SitePaths.Absolute(site, SitePaths.Feed)}</id><title>{parts.Settings.Brand.Name}</title><updated>{Stamp(updated)}</updated><author><name>{parts.Settings.Brand.Name}</name></author><link rel="self" type="application/atom+xml" href="{SitePaths.Absolute(site, SitePaths.Feed)}"/><link rel="alternate" type="text/html" href="{SitePaths.Absolute(site, SitePaths.Statements)}"/>
            {entries}</feed>

            """);
        // Two code points that HTML takes and XML does not.
        var bytes = Encoding.UTF8.GetBytes(feed.ToString().Replace('\ufffe', '\ufffd').Replace('\uffff', '\ufffd'));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        var response = request.IfNoneMatch == tag ? new SiteResponse(304, "application/atom+xml; charset=utf-8", []) : new SiteResponse(200, "application/atom+xml; charset=utf-8", bytes);
        return Public(response).With("ETag", tag);
    }

    /// <summary>Everybody may read and keep it, and search engines may find it.</summary>
    private static SiteResponse Public(SiteResponse response) => response.With("Cache-Control", "public, max-age=60").With("X-Robots-Tag", "");

    private string Title(Viewer viewer) => viewer.T["statements.title", parts.Settings.Brand.Name];

    private Html FeedLink(Viewer viewer) => Html.Of($"""<link rel="alternate" type="application/atom+xml" title="{Title(viewer)}" href="{SitePaths.Feed}">""");

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
