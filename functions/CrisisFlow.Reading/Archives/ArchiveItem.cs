using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Json;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Archives;

/// <summary>
/// One mention as archives and pushing platforms write it: <c>ts</c> (Unix seconds) or <c>published</c>, <c>title</c>,
/// and optionally <c>id, text, url, source, rank, likes, reposts, comments, followers, author, parent</c>. Title and
/// text are plain.
/// </summary>
internal static class ArchiveItem
{
    public static readonly string[] Fields =
    [
        "ts",
        "published",
        "id",
        "title",
        "text",
        "url",
        "source",
        "rank",
        "likes",
        "reposts",
        "comments",
        "followers",
        "author",
        "parent",
        "category",
    ];

    /// <param name="field">Gives a field by name; null when it is absent.</param>
    /// <param name="report">Takes the field and what is wrong with it, as the end of a sentence.</param>
    /// <returns>Null when there is neither title nor text.</returns>
    public static DocumentItem? Read(Func<string, string?> field, Action<string, string> report, ReadOptions options)
    {
        var title = field("title")?.Trim() ?? "";
        var text = field("text")?.Trim() ?? "";
        if (title.Length == 0 && text.Length == 0)
        {
            report("title", "is missing and so is text; the item was left out");
            return null;
        }

        var url = Some(field("url"));
        var link = FeedLinks.Web(url, null);
        if (url is not null && link is null)
            report("url", $"'{ProblemList.Quote(url)}' is no http or https address; it was left out");
        return new(Some(field("id")), title, link, Time(field, report, options.Dates), null, Author(field), text)
        {
            TitleIsMarkup = false,
            TextIsMarkup = false,
            Rank = (int?)(Count("rank", field, report) is var rank and >= 0 and < 1_000_000 ? rank : null),
            Followers = Count("followers", field, report),
            Engagement = Engaged(
                Count("likes", field, report) ?? 0,
                Count("reposts", field, report) ?? 0,
                Count("comments", field, report) ?? 0
            ),
            Parent = Some(field("parent")),
            Source = Some(field("source")),
            Category = options.ReadsCategories ? Category(field, report) : null,
        };
    }

    private static SourceCategory? Category(Func<string, string?> field, Action<string, string> report)
    {
        if (Some(field("category")) is not { } given)
            return null;
        if (SourceCategories.Find(given) is { } category)
            return category;
        report("category", $"'{ProblemList.Quote(given)}' is not one of {SourceCategories.Names}; it was left out");
        return null;
    }

    private static string? Author(Func<string, string?> field) =>
        Some(field("author")) is { } author ? Entities.Decode(author) : null;

    private static Engagement Engaged(long likes, long reposts, long comments) =>
        likes + reposts + comments == 0 ? Engagement.None : new(likes, reposts, comments);

    private static DateTimeOffset? Time(Func<string, string?> field, Action<string, string> report, DateContext dates)
    {
        foreach (var name in (ReadOnlySpan<string>)["ts", "published"])
        {
            if (Some(field(name)) is not { } given)
                continue;
            if (Dates.Read(given, dates) is { } time)
                return time;
            report(name, $"'{ProblemList.Quote(given)}' is no time; it was left out");
        }

        return null;
    }

    private static long? Count(string name, Func<string, string?> field, Action<string, string> report)
    {
        if (Some(field(name)) is not { } given)
            return null;
        if (JsonValues.Count(given) is { } count)
            return count;
        report(name, $"'{ProblemList.Quote(given)}' is no count of 0 or more; it was left out");
        return null;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
