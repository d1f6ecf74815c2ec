using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Statements;

/// <summary>The newest statements as an Atom feed.</summary>
internal static class StatementFeed
{
    private const string Type = "application/atom+xml; charset=utf-8";

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        StatementStore store,
        SitePaths paths,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var statements = await store.NewestAsync(StatementsPage.Most, cancellation);
        // Two code points that HTML takes and XML does not.
        var feed = Feed(statements, paths, settings.Brand.Name)
            .ToString()
            .Replace('\ufffe', '\ufffd')
            .Replace('\uffff', '\ufffd');
        var bytes = Encoding.UTF8.GetBytes(feed);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag
            ? new PageResult(StatusCodes.Status304NotModified, [], Type) { Exposure = Exposure.Public }
            : new PageResult(StatusCodes.Status200OK, bytes, Type) { Exposure = Exposure.Public };
    }

    private static Html Feed(IReadOnlyList<PublicStatement> statements, SitePaths paths, string brand)
    {
        var updated = statements.Count == 0 ? DateTimeOffset.UnixEpoch : statements[0].At;
        var (feed, pages) = (paths.Absolute(paths.Feed), paths.Absolute(paths.Statements));
        return Html.Of(
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><id>{feed}</id><title>{brand}</title>
            <updated>{Stamp(updated)}</updated>
            <author><name>{brand}</name></author>
            <link rel="self" type="application/atom+xml" href="{feed}"/><link rel="alternate" type="text/html"
            href="{pages}"/>
            {statements.Select(one => Entry(one, paths.Absolute(paths.Statement(one.Slug))))}</feed>

            """
        );
    }

    private static Html Entry(PublicStatement one, string address) =>
        Html.Of(
            $"""
            <entry xml:lang="{CasePart.Lang(one.Language)}"><id>{address}</id><title>{one.Title}</title>
            <updated>{Stamp(one.At)}</updated>
            <published>{Stamp(one.At)}</published><link rel="alternate" type="text/html" href="{address}"/><content
            type="text">{one.Body}</content></entry>

            """
        );

    private static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
