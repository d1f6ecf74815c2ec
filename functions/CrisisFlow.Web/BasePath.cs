using System.Text;

namespace CrisisFlow.Web;

/// <summary>Puts the path of the site's address before the pages' own links, for a site that lies below a proxy's path.</summary>
internal static class BasePath
{
    /// <param name="path">Path of the base address, "/" when it has none.</param>
    public static SiteResponse Apply(SiteResponse response, string path)
    {
        var prefix = path.TrimEnd('/');
        if (prefix.Length == 0) return response;
        var headers = response.Headers.Select(header => header.Key == "Location" && header.Value.StartsWith('/') ? new(header.Key, prefix + header.Value) : header);
        if (!response.ContentType.StartsWith("text/html", StringComparison.Ordinal)) return response with { Headers = [.. headers] };

        // A double quote in a value is always encoded, so these can only be attributes of our own markup.
        var html = Encoding.UTF8.GetString(response.Body);
        foreach (var attribute in (ReadOnlySpan<string>)["href", "action", "src"])
            html = html.Replace($" {attribute}=\"/", $" {attribute}=\"{prefix}/", StringComparison.Ordinal);
        return response with { Body = Encoding.UTF8.GetBytes(html), Headers = [.. headers] };
    }
}
