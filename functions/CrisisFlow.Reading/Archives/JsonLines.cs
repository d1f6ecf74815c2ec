using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Json;

namespace CrisisFlow.Reading.Archives;

/// <summary>JSON Lines: an object a line. Also single objects and arrays of the same shape.</summary>
internal static class JsonLines
{
    public static bool IsItem(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && (element.TryGetProperty("title", out _) || element.TryGetProperty("text", out _))
        && !element.TryGetProperty("items", out _);

    /// <summary>Two of the first three lines that are not empty are whole objects.</summary>
    public static bool Looks(string text)
    {
        var (seen, good) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
                continue;
            if (trimmed[0] == '{' && trimmed[^1] == '}')
                good++;
            if (++seen == 3)
                break;
        }

        return good >= 2 || (good == 1 && seen == 1);
    }

    public static Document Read(string text, ProblemList problems)
    {
        var items = new List<DocumentItem>();
        var (number, all) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            all++;
            if (items.Count >= problems.Options.Limits.Items)
                continue;
            if (Line(line.ToString(), number, problems.Options, Report(problems)) is { } item)
                items.Add(item);
        }

        if (all > items.Count && items.Count >= problems.Options.Limits.Items)
            problems.Add(
                ReadProblemKind.Limit,
                "",
                $"The document has {all} lines; the first {problems.Options.Limits.Items} items were kept."
            );
        return new(DocumentKind.JsonLines, null, null, Ranks.FromOne(items), problems.All)
        {
            LeftOut = all - items.Count,
        };
    }

    public static Document Read(JsonElement root, ProblemList problems, DocumentKind kind)
    {
        var items = new List<DocumentItem>();
        var number = 0;
        var elements = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        foreach (var element in elements)
        {
            if (items.Count >= problems.Options.Limits.Items)
            {
                problems.Add(
                    ReadProblemKind.Limit,
                    "",
                    $"The document has {elements.Count} items; the first {problems.Options.Limits.Items} were kept."
                );
                break;
            }

            number++;
            if (Element(element, $"item {number}", problems.Options, Report(problems)) is { } item)
                items.Add(item);
        }

        return new(kind, null, null, Ranks.FromOne(items), problems.All) { LeftOut = elements.Count - items.Count };
    }

    /// <summary>One line of an archive; null and a report when it holds no item.</summary>
    public static DocumentItem? Line(string line, int number, ReadOptions options, Action<string, string> report)
    {
        var place = $"line {number}";
        try
        {
            using var document = JsonDocument.Parse(JsonEscapes.Repair(line), JsonValues.Lenient);
            return Element(document.RootElement, place, options, report);
        }
        catch (JsonException error)
        {
            report(
                $"line {number}, column {(error.BytePositionInLine ?? 0) + 1}",
                $"Line {number} is no JSON object; it was left out."
            );
            return null;
        }
    }

    public static DocumentItem? Element(
        JsonElement element,
        string place,
        ReadOptions options,
        Action<string, string> report
    )
    {
        var name = char.ToUpperInvariant(place[0]) + place[1..];
        if (element.ValueKind != JsonValueKind.Object)
        {
            report(place, $"{name} is no JSON object; it was left out.");
            return null;
        }

        return ArchiveItem.Read(
            field => JsonValues.Text(element, field),
            (field, wrong) => report(place, $"{name}: {field} {wrong}."),
            options
        );
    }

    private static Action<string, string> Report(ProblemList problems) =>
        (place, message) => problems.Add(ReadProblemKind.Field, place, message);
}
