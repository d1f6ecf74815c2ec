using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Feeds;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Json;

/// <summary>Reads any JSON API by a mapping.</summary>
internal static class JsonApi
{
    public static Document Read(JsonElement root, JsonMapping mapping, ProblemList problems)
    {
        var items = new List<DocumentItem>();
        var title = At(root, mapping.DocumentTitle);
        if (JsonRefusal.ByPointer(root, mapping) is { } refused)
            return Nothing(mapping.Ok!, refused);
        if (
            JsonPointer.Parse(mapping.Items)?.Of(root)
            is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } list
        )
            return Nothing(
                mapping.Items,
                $"There is no list at '{mapping.Items}', where the mapping's items should be."
            );

        var context = new FeedContext(problems);
        var number = 0;
        foreach (
            var item in list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                : list.EnumerateObject().Select(static member => member.Value)
        )
        {
            number++;
            var place = $"{mapping.Items}/{number - 1}";
            if (items.Count >= problems.Options.Limits.Items)
                continue;
            if (Item(item, mapping, number, place, context) is { } read)
                items.Add(read);
            else
                problems.Add(
                    ReadProblemKind.Field,
                    place,
                    $"Item {number} has neither a title at '{mapping.Title}' nor a text at '{mapping.Text}'; it "
                        + "was left out."
                );
        }

        if (number > problems.Options.Limits.Items)
            problems.Add(
                ReadProblemKind.Limit,
                mapping.Items,
                $"The document has {number} items; the first {problems.Options.Limits.Items} were kept."
            );
        if (items.Count == 0 && mapping.Ok is null && JsonRefusal.OfEmpty(root) is { } complaint)
            return Nothing("", complaint);
        if (items.Count == 0 && number > 0)
            return Nothing(
                mapping.Items,
                $"None of the {number} items has a title at '{mapping.Title}' or a text at '{mapping.Text}'."
            );
        return new(DocumentKind.JsonApi, title, null, Ranks.FromOne(items, out var fromZero), problems.All)
        {
            RanksFromZero = fromZero,
            Next = mapping.Next is null ? null : At(root, mapping.Next),
        };

        Document Nothing(string place, string why)
        {
            problems.Add(ReadProblemKind.Unrecognised, place, why);
            return new(DocumentKind.Unknown, title, null, [], problems.All);
        }
    }

    private static DocumentItem? Item(
        JsonElement item,
        JsonMapping mapping,
        int number,
        string place,
        FeedContext context
    )
    {
        var title = At(item, mapping.Title) ?? "";
        var text = At(item, mapping.Text) ?? "";
        if (title.Length == 0 && text.Length == 0)
            return null;
        var id = At(item, mapping.Id);
        var changed = context.Date(At(item, mapping.Updated), place + mapping.Updated, "updated", number);
        return new(
            id,
            title,
            Address(item, mapping, id, title, context),
            context.Date(At(item, mapping.Published), place + mapping.Published, "published", number) ?? changed,
            changed,
            At(item, mapping.Author) is { } author ? Entities.Decode(author) : null,
            text
        )
        {
            TitleIsMarkup = mapping.Markup,
            TextIsMarkup = mapping.Markup,
            Rank =
                mapping.Rank == "#"
                    ? number
                    : (int?)(
                        Count(item, mapping.Rank, "rank", number, place, context) is var rank and >= 0 and < 1_000_000
                            ? rank
                            : null
                    ),
            Followers = Count(item, mapping.Followers, "followers", number, place, context),
            Engagement = new(
                Count(item, mapping.Likes, "likes", number, place, context) ?? 0,
                Count(item, mapping.Reposts, "reposts", number, place, context) ?? 0,
                Count(item, mapping.Comments, "comments", number, place, context) ?? 0
            ),
            Parent = At(item, mapping.Parent),
        };
    }

    private static string? Address(JsonElement item, JsonMapping mapping, string? id, string title, FeedContext context)
    {
        var address = JsonMapping.IsTemplate(mapping.Url)
            ? mapping
                .Url!.Replace("{id}", Uri.EscapeDataString(id ?? ""), StringComparison.Ordinal)
                .Replace(
                    "{title}",
                    Uri.EscapeDataString(mapping.Markup ? title : Entities.Decode(title)),
                    StringComparison.Ordinal
                )
            : At(item, mapping.Url);
        return FeedLinks.Web(address, context.BaseUrl);
    }

    private static long? Count(
        JsonElement item,
        string? pointer,
        string field,
        int number,
        string place,
        FeedContext context
    )
    {
        if (At(item, pointer) is not { } text)
            return null;
        if (JsonValues.Count(text) is { } count)
            return count;
        context.Problems.Add(
            ReadProblemKind.Field,
            place + pointer,
            $"Item {number}: {field} '{ProblemList.Quote(text)}' is no count of 0 or more; it was left out."
        );
        return null;
    }

    private static string? At(JsonElement element, string? pointer)
    {
        if (pointer is null || JsonPointer.Parse(pointer)?.Of(element) is not { } found)
            return null;
        var text = JsonValues.Text(found)?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
