using System.Text;

namespace CrisisFlow.Web;

/// <summary>What a host writes out as it is. On HEAD the host sends status and headers and leaves the body away.</summary>
/// <param name="Headers">All headers besides Content-Type and Content-Length; names may not repeat.</param>
public sealed record SiteResponse(int Status, string ContentType, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public SiteResponse(int status, string contentType, byte[] body) : this(status, contentType, body, [])
    {
    }

    public static SiteResponse Plain(int status, string text) =>
        new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static SiteResponse Json(int status, string json) =>
        new(status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json));

    internal SiteResponse With(string name, string value) =>
        this with { Headers = [.. Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)] };
}
