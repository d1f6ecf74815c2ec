using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Feeds;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Json;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    public static bool Looks(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (
            JsonValues.Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
            || (
                JsonValues.Member(root, "items") is { ValueKind: JsonValueKind.Array }
                && (
                    root.TryGetProperty("version", out _)
                    || root.TryGetProperty("home_page_url", out _)
                    || root.TryGetProperty("feed_url", out _)
                )
            )
        );

    public static Document Read(JsonElement root, ProblemList problems)
    {
        var context = new FeedContext(problems);
        var relativeTo =
            context.BaseUrl
            ?? FeedLinks.Absolute(JsonValues.Text(root, "feed_url"))
            ?? FeedLinks.Absolute(JsonValues.Text(root, "home_page_url"));
        context.Language ??= JsonValues.Text(root, "language");
        var author = Author(root);
        var items = new List<DocumentItem>();
        var number = 0;
        foreach (
            var item in JsonValues.Member(root, "items") is { ValueKind: JsonValueKind.Array } list
                ? list.EnumerateArray()
                : default
        )
        {
            number++;
            if (item.ValueKind != JsonValueKind.Object)
                problems.Add(
                    ReadProblemKind.Field,
                    $"/items/{number - 1}",
                    $"Item {number} is no object; it was left out."
                );
            else if (items.Count < problems.Options.Limits.Items)
                items.Add(Item(item, number, author, relativeTo, context));
        }

        if (number > problems.Options.Limits.Items)
            problems.Add(
                ReadProblemKind.Limit,
                "/items",
                $"The document has {number} items; the first {problems.Options.Limits.Items} were kept."
            );
        return new(
            DocumentKind.JsonFeed,
            Some(JsonValues.Text(root, "title")),
            FeedLinks.Web(JsonValues.Text(root, "home_page_url"), relativeTo),
            items,
            problems.All
        )
        {
            Language = context.Language,
            Next = FeedLinks.Web(JsonValues.Text(root, "next_url"), relativeTo),
        };
    }

    private static DocumentItem Item(
        JsonElement item,
        int number,
        string? feedAuthor,
        Uri? relativeTo,
        FeedContext context
    )
    {
        var html = Some(JsonValues.Text(item, "content_html"));
        var plain = Some(JsonValues.Text(item, "content_text"));
        var summary = Some(JsonValues.Text(item, "summary"));
        var text = html ?? plain ?? summary ?? "";
        var place = $"/items/{number - 1}";
        var id = Some(JsonValues.Text(item, "id"));
        var changed = context.Date(
            JsonValues.Text(item, "date_modified"),
            place + "/date_modified",
            "date_modified",
            number
        );
        return new(
            id,
            JsonValues.Text(item, "title")?.Trim() ?? "",
            FeedLinks.Web(JsonValues.Text(item, "url"), relativeTo)
                ?? FeedLinks.Web(JsonValues.Text(item, "external_url"), relativeTo)
                ?? (id is not null && FeedLinks.IsWeb(id) ? id : null),
            context.Date(JsonValues.Text(item, "date_published"), place + "/date_published", "date_published", number)
                ?? changed,
            changed,
            Author(item) ?? feedAuthor,
            text
        )
        {
            Summary = summary,
            TitleIsMarkup = false,
            TextIsMarkup = html is not null,
            Media = Attachments(item, text, relativeTo),
        };
    }

    private static List<ItemMedia> Attachments(JsonElement item, string text, Uri? relativeTo)
    {
        var found = new List<ItemMedia>();
        if (
            FeedLinks.Web(JsonValues.Text(item, "image"), relativeTo) is { } image
            && !text.Contains(image, StringComparison.Ordinal)
        )
            found.Add(new(image, "image", null));
        if (JsonValues.Member(item, "attachments") is not { ValueKind: JsonValueKind.Array } list)
            return found;
        foreach (var attachment in list.EnumerateArray())
        {
            var type = JsonValues.Text(attachment, "mime_type")?.Split('/')[0].ToLowerInvariant();
            if (
                type is "image" or "audio" or "video"
                && FeedLinks.Web(JsonValues.Text(attachment, "url"), relativeTo) is { } url
                && !text.Contains(url, StringComparison.Ordinal)
            )
                found.Add(new(url, type, JsonValues.Text(attachment, "title")));
        }

        return found;
    }

    /// <summary>Version 1.1 has a list, version 1.0 one.</summary>
    private static string? Author(JsonElement parent)
    {
        if (JsonValues.Member(parent, "authors") is { ValueKind: JsonValueKind.Array } list)
        {
            var names = list.EnumerateArray()
                .Select(static entry => Some(JsonValues.Text(entry, "name")))
                .OfType<string>()
                .ToList();
            if (names.Count > 0)
                return names.Aggregate((string?)null, Persons.Join);
        }

        if (
            JsonValues.Member(parent, "authors") is { ValueKind: JsonValueKind.Object } one
            && Some(JsonValues.Text(one, "name")) is { } name
        )
            return name;

        return JsonValues.Member(parent, "author") is { } author
            ? Some(JsonValues.Text(author, "name") ?? JsonValues.Text(author))
            : null;
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
