using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Archives;

/// <summary>CSV archives: the first row names the fields, in any order; unknown ones are passed over.</summary>
internal static class CsvItems
{
    /// <summary>The first line names title or text among at least two known fields, or is one of them alone.</summary>
    public static bool Looks(string text)
    {
        var header = Header(new CsvRows(new StringReader(text), 200));
        return header.ContainsKey("title") || header.ContainsKey("text");
    }

    public static Document Read(string text, ProblemList problems)
    {
        var items = new List<DocumentItem>();
        var limit = problems.Options.Limits.Items;
        void Report(string place, string message) => problems.Add(ReadProblemKind.Field, place, message);
        foreach (var item in Read(new StringReader(text), problems.Options.Limits.TextLength, problems.Options.Language, Report))
        {
            if (items.Count >= limit)
            {
                problems.Add(ReadProblemKind.Limit, "", $"The document has more than {limit} items; the first {limit} were kept.");
                break;
            }

            items.Add(item);
        }

        return new(DocumentKind.Csv, null, null, items, problems.All);
    }

    public static IEnumerable<DocumentItem> Read(TextReader reader, int cellLimit, string? language, Action<string, string> report)
    {
        var rows = new CsvRows(reader, cellLimit);
        var header = Header(rows);
        var width = header.Count == 0 ? 0 : header.Values.Max() + 1;
        while (true)
        {
            var line = rows.Line;
            if (rows.Next() is not { } cells) yield break;
            if (cells.Count == 1 && cells[0].Trim().Length == 0) continue;
            if (cells.Count < width)
                report($"line {line}", $"Line {line} has {cells.Count} fields; the header's last known field is number {width}. The missing ones count as empty.");
            string? Field(string name) => header.TryGetValue(name, out var index) && index < cells.Count ? cells[index] : null;
            var item = ArchiveItem.Read(Field, (field, wrong) => report($"line {line}", $"Line {line}: {field} {wrong}."), language);
            if (item is not null) yield return item;
        }
    }

    private static Dictionary<string, int> Header(CsvRows rows)
    {
        var header = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var cells = rows.Next() ?? [];
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Trim().TrimStart('\uFEFF') is var name && ArchiveItem.Fields.Contains(name, StringComparer.OrdinalIgnoreCase)) header.TryAdd(name, i);
        return header;
    }
}
