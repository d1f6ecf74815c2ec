using System.Text.Json.Nodes;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>An archive that a platform pushes to the host as its time comes.</summary>
internal sealed class PushedArchive(IReadOnlyList<DocumentItem> items, Func<string, SourceCategory> category)
{
    /// <summary>Of items that name none.</summary>
    public const string Source = "archive";

    private int _next;

    public IReadOnlyList<DocumentItem> Items => items;

    public Func<string, SourceCategory> Category => category;

    /// <summary>Pushes, in the archive's order, what was published before now.</summary>
    public async Task PushAsync(LocalApp app)
    {
        var now = app.Clock.GetUtcNow();
        while (_next < items.Count && items[_next].Published < now)
        {
            // A push names one source and its kind.
            var source = items[_next].Source ?? Source;
            var body = new JsonArray();
            while (_next < items.Count && items[_next].Published < now && (items[_next].Source ?? Source) == source)
                body.Add(Write(items[_next++]));
            var query = $"?source={Uri.EscapeDataString(source)}&category={category(source)}";
            (await app.Browser.PushAsync(body.ToJsonString(), query: query)).ShouldBe(200);
        }
    }

    private static JsonObject Write(DocumentItem item) =>
        new()
        {
            ["id"] = item.Id,
            ["title"] = item.Title,
            ["text"] = item.Text,
            ["url"] = item.Link,
            ["published"] = item.Published!.Value.ToString("O"),
            ["author"] = item.Author,
            ["rank"] = item.Rank,
            ["followers"] = item.Followers,
            ["likes"] = item.Engagement.Likes,
            ["reposts"] = item.Engagement.Reposts,
            ["comments"] = item.Engagement.Comments,
            ["parent"] = item.Parent,
        };
}
