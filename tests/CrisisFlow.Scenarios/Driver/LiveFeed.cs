using System.Globalization;
using System.Net;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>One item of a live feed.</summary>
/// <param name="Guid">Null = none.</param>
/// <param name="At">Null = no date.</param>
internal sealed record LiveItem(string Title, string? Link, string? Guid, DateTimeOffset? At, string? Author = null)
{
    public string Text { get; init; } = "";
}

/// <summary>Real feeds on loopback that may say something else at every fetch.</summary>
internal sealed class LiveFeeds : IAsyncDisposable
{
    private readonly FaultServer _server = new();

    /// <summary>A source that is polled every five minutes.</summary>
    /// <param name="items">By how often the feed was asked, from 0.</param>
    public SourceSettings Source(string name, Func<int, IEnumerable<LiveItem>> items, SourceCategory category)
    {
        var asked = 0;
        var url = _server.On(
            "/" + name,
            (_, wire) =>
                wire.AnswerAsync(
                    200,
                    Encoding.UTF8.GetBytes(Rss(items(asked++))),
                    [("Content-Type", "application/rss+xml")]
                )
        );
        return new SourceSettings
        {
            Name = name,
            Url = url,
            Category = category,
            Interval = TimeSpan.FromMinutes(5),
        };
    }

    public Task<LocalApp> StartAsync(params SourceSettings[] sources)
    {
        var settings = OneBrand.Settings();
        settings.Fetch.AllowHosts = [_server.AllowHost];
        settings.Sources = [.. sources];
        return OneBrand.StartAsync(settings);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Rss(IEnumerable<LiveItem> items)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Made up</title>");
        foreach (var item in items)
        {
            text.Append("<item>");
            Add("title", item.Title);
            Add("link", item.Link);
            Add("author", item.Author);
            Add("description", item.Text.Length == 0 ? null : item.Text);
            Add("pubDate", item.At?.UtcDateTime.ToString("r", CultureInfo.InvariantCulture));
            if (item.Guid is { } guid)
                text.Append("<guid isPermaLink=\"false\">").Append(WebUtility.HtmlEncode(guid)).Append("</guid>");
            text.Append("</item>");
        }

        return text.Append("</channel></rss>").ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"<{name}>{WebUtility.HtmlEncode(value)}</{name}>");
        }
    }
}
