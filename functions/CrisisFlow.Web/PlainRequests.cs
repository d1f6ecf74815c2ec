using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>
/// Refuses addresses that no page of ours has and no honest browser asks for, before anything is looked up.
/// </summary>
internal sealed class PlainRequests(RequestDelegate next, Viewers viewers)
{
    private const int LongestPath = 1_024;
    private const int LongestQuery = 8_192;

    public Task InvokeAsync(HttpContext context)
    {
        if (IsPlain(context.Request.Path.Value ?? "") && IsPlainQuery(context.Request.QueryString.Value ?? ""))
            return next(context);
        var viewer = viewers.For(context);
        return Layout
            .Message(viewer, 400, viewer.T["error.400.title"], viewer.T["error.400"], Layout.Back(viewer))
            .ExecuteAsync(context);
    }

    /// <summary>
    /// Percent-decoded once by the host; what is still encoded was encoded twice, or is a slash in disguise.
    /// </summary>
    private static bool IsPlain(string path)
    {
        if (path.Length is 0 or > LongestPath || path[0] != '/')
            return false;
        foreach (var c in path)
            if (c < ' ' || c is '\\' or '%' or ';' or '\u007f')
                return false;
        var segments = path[1..].Split('/');
        // One slash at the end is no segment.
        return segments
            .Index()
            .All(one => one.Item is not ("." or "..") && (one.Item.Length > 0 || one.Index == segments.Length - 1));
    }

    private static bool IsPlainQuery(string query) =>
        query.Length <= LongestQuery && FormReader.Parse(query) is not null;
}
