using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Archives;

/// <summary>CSV archives: the first row names the fields, in any order; unknown ones are passed over.</summary>
internal static class CsvItems
{
    private const int HeaderLimit = 64 * 1024;
    private const int RowLimit = 16 * 1024 * 1024;

    /// <summary>The first line names a title or a text.</summary>
    public static bool Looks(string text)
    {
        using var rows = new CsvRows(new StringReader(text), HeaderLimit, static (_, _) => { });
        var header = Header(rows);
        return header.ContainsKey("title") || header.ContainsKey("text");
    }

    public static Document Read(string text, ProblemList problems)
    {
        var items = new List<DocumentItem>();
        var (all, full) = (0, false);
        var limit = problems.Options.Limits.Items;
        void Report(string place, string message) => problems.Add(ReadProblemKind.Field, place, message);
        foreach (var item in Read(new StringReader(text), problems.Options.Limits.TextLength, problems.Options, Report))
        {
            all++;
            if (item is not null && items.Count < limit)
                items.Add(item);
            else if (item is not null && !full)
            {
                full = true;
                problems.Add(
                    ReadProblemKind.Limit,
                    "",
                    $"The document has more than {limit} items; the first {limit} were kept."
                );
            }
        }

        return new(DocumentKind.Csv, null, null, Ranks.FromOne(items), problems.All) { LeftOut = all - items.Count };
    }

    /// <param name="cellLimit">Characters of a field; a longer one is cut.</param>
    /// <returns>Null for a row that is no item.</returns>
    public static IEnumerable<DocumentItem?> Read(
        TextReader reader,
        int cellLimit,
        ReadOptions options,
        Action<string, string> report
    )
    {
        using var rows = new CsvRows(reader, RowLimit, report);
        var header = Header(rows);
        var width = header.Count == 0 ? 0 : header.Values.Max() + 1;
        while (rows.Next())
        {
            var line = rows.Line;
            if (rows.Count == 1 && string.IsNullOrWhiteSpace(rows[0]))
                continue;
            if (rows.Count < width)
                report(
                    $"line {line}",
                    $"Line {line} has {rows.Count} fields; the header's last known field is number {width}. The "
                        + "missing ones count as empty."
                );
            string? Field(string name) =>
                header.TryGetValue(name, out var index) && index < rows.Count ? Cut(rows[index], cellLimit) : null;
            yield return ArchiveItem.Read(
                Field,
                (field, wrong) => report($"line {line}", $"Line {line}: {field} {wrong}."),
                options
            );
        }
    }

    private static Dictionary<string, int> Header(CsvRows rows)
    {
        var header = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (!rows.Next())
            return header;
        for (var i = 0; i < rows.Count; i++)
            if (
                rows[i].Trim().TrimStart('\uFEFF') is var name
                && ArchiveItem.Fields.Contains(name, StringComparer.OrdinalIgnoreCase)
            )
                header.TryAdd(name, i);
        return header;
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
