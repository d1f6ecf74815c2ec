using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>Real sites on loopback that the host polls, and what they answer now.</summary>
internal sealed class WatchedSites : IAsyncDisposable
{
    private readonly FaultServer _server = new();
    private readonly Dictionary<string, SourceSettings> _sources = new(StringComparer.Ordinal);

    public IReadOnlyList<SourceSettings> Sources => [.. _sources.Values];

    public FaultServer Server => _server;

    /// <summary>A hot list behind a JSON API.</summary>
    public SourceSettings HotList(string name = "hot") =>
        Add(
            name,
            SourceCategory.HotList,
            new()
            {
                Items = "/data",
                Id = "/id",
                Title = "/word",
                Rank = "/rank",
            }
        );

    /// <summary>A feed of news, or of another kind.</summary>
    public SourceSettings Feed(string name, SourceCategory category = SourceCategory.News) => Add(name, category, null);

    /// <summary>What the list shows from now on, the first at the top.</summary>
    public void Show(string name, params (string Id, string Word, int Rank)[] entries)
    {
        var list = new JsonArray();
        foreach (var (id, word, rank) in entries)
            list.Add(
                new JsonObject
                {
                    ["id"] = id,
                    ["word"] = word,
                    ["rank"] = rank,
                }
            );
        Say(name, new JsonObject { ["code"] = 0, ["data"] = list }.ToJsonString());
    }

    /// <summary>What the feed holds from now on; items without a time have no date.</summary>
    public void Publish(string name, params (string Title, DateTimeOffset? At)[] items)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Made up</title>");
        foreach (var (title, at) in items)
        {
            var date = at?.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
            var key = Uri.EscapeDataString(title);
            text.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>{title}</title><link>https://{name}.example/{key}</link><guid>{key}</guid>"
            );
            text.Append(date is null ? "</item>" : $"<pubDate>{date}</pubDate></item>");
        }

        Say(name, text.Append("</channel></rss>").ToString(), "application/xml");
    }

    public void Say(string name, string body, string contentType = "application/json") =>
        _server.Answer("/" + name, body, contentType);

    public void Fail(string name, int status = 500) => _server.Status("/" + name, status);

    /// <summary>The small brand, watched by these sites.</summary>
    public CrisisFlowSettings Settings()
    {
        var settings = OneBrand.Settings();
        settings.Fetch.AllowHosts = [_server.AllowHost];
        settings.Sources = [.. _sources.Values];
        return settings;
    }

    public Task<LocalApp> StartAsync(CrisisFlowSettings? settings = null, string? folder = null) =>
        LocalApp.StartAsync(settings ?? Settings(), OneBrand.Morning, folder: folder);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private SourceSettings Add(string name, SourceCategory category, Reading.JsonMapping? mapping) =>
        _sources[name] = new()
        {
            Name = name,
            Url = _server.Url("/" + name),
            Category = category,
            Interval = TimeSpan.FromMinutes(5),
            Mapping = mapping,
        };
}
