using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Reading.Json;

namespace CrisisFlow.Reading.Documents;

/// <summary>Decides which kind of JSON a text is and reads it; a broken one as far as it goes.</summary>
internal static class JsonText
{
    public static Document Read(string text, ProblemList problems)
    {
        text = JsonEscapes.Repair(text);
        JsonException? error = null;
        if (Parse(text, problems, ref error) is { } whole)
            using (whole)
                return Read(whole.RootElement, problems);
        if (problems.Options.Mapping is null && JsonLines.Looks(text))
            return JsonLines.Read(text, problems);

        var (line, column) = ((error!.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1);
        var end = Offset(text, line, column);
        var place = ProblemList.At((int)line, (int)column);
        if (JsonRepair.CloseAtLastElement(text, end) is { } closed)
        {
            JsonException? again = null;
            if (Parse(closed, problems, ref again) is { } part)
            {
                var kind = end >= text.TrimEnd().Length ? ReadProblemKind.Truncated : ReadProblemKind.Malformed;
                problems.Add(
                    kind,
                    place,
                    kind == ReadProblemKind.Truncated
                        ? "The JSON ends too early; the complete items were kept."
                        : "The JSON is broken here; the items before were kept."
                );
                using (part)
                    return Read(part.RootElement, problems);
            }
        }

        if (IsTooDeep(text, end, problems.Options.Limits.Depth))
            problems.Add(
                ReadProblemKind.Limit,
                place,
                $"The JSON is nested deeper than {problems.Options.Limits.Depth}, and no item stands before."
            );
        else
            problems.Add(ReadProblemKind.Malformed, place, "The JSON is malformed here, before the first item.");
        return new(DocumentKind.Unknown, null, null, [], problems.All);
    }

    private static Document Read(JsonElement root, ProblemList problems)
    {
        if (problems.Options.Mapping is { } mapping)
            return JsonApi.Read(root, mapping, problems);
        if (JsonFeed.Looks(root))
            return JsonFeed.Read(root, problems);
        if (JsonLines.IsItem(root))
            return JsonLines.Read(root, problems, DocumentKind.JsonLines);
        if (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().Any(JsonLines.IsItem))
            return JsonLines.Read(root, problems, DocumentKind.JsonApi);
        problems.Add(
            ReadProblemKind.Unrecognised,
            "",
            "The document is JSON, but neither a JSON Feed nor a list of mentions; a source of its kind "
                + "needs a mapping."
        );
        return new(DocumentKind.Unknown, null, null, [], problems.All);
    }

    private static JsonDocument? Parse(string text, ProblemList problems, ref JsonException? error)
    {
        try
        {
            return JsonDocument.Parse(text, JsonValues.Lenient with { MaxDepth = problems.Options.Limits.Depth });
        }
        catch (JsonException exception)
        {
            error = exception;
            return null;
        }
    }

    /// <summary>Counts brackets, also those in texts: it only chooses between two sentences.</summary>
    private static bool IsTooDeep(string text, int end, int limit)
    {
        var depth = 0;
        foreach (var c in text.AsSpan(0, Math.Min(end + 1, text.Length)))
            if (c is '[' or '{')
                depth++;
            else if (c is ']' or '}')
                depth--;
        return depth > limit;
    }

    /// <summary>
    /// The parser counts bytes in a line, texts have characters; a few characters early does not matter, as whole
    /// elements are kept.
    /// </summary>
    private static int Offset(string text, long line, long column)
    {
        var at = 0;
        for (var i = 1L; i < line; i++)
        {
            var next = text.IndexOf('\n', at);
            if (next < 0)
                return text.Length;
            at = next + 1;
        }

        var bytes = 0L;
        while (at < text.Length && bytes < column - 1)
        {
            bytes +=
                text[at] < 0x80 ? 1
                : text[at] < 0x800 ? 2
                : char.IsSurrogate(text[at]) ? 2
                : 3;
            at++;
        }

        return at;
    }
}
