using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Remembers reports under their addresses and titles, so that one that comes under another id, or by another feed, is
/// known again. Of one address several reports may be known; each has a place, and a place is written once. Not safe
/// for several threads.
/// </summary>
internal sealed class SeenReports(IEntityStore store)
{
    /// <summary>Partition of <see cref="MentionTables.Seen"/>; no source's partition begins with '~'.</summary>
    public const string Partition = "~reports";

    /// <summary>Reports of one key; further ones have only their ids.</summary>
    private const int Places = 8;

    // Each may have two rows.
    private const int AtOnce = EntityLimits.ChangeCount / 2;
    private const int Remembered = 20_000;

    private readonly Dictionary<string, Report> _known = new(StringComparer.Ordinal);

    /// <summary>For each mention the report it is: an earlier one, or itself, which is known from now on.</summary>
    public async Task<IReadOnlyList<Report>> FirstAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellation)
    {
        if (_known.Count > Remembered)
            _known.Clear();
        var first = new List<Report>(mentions.Count);
        foreach (var some in mentions.Chunk(AtOnce))
            first.AddRange(await SomeAsync(some, cancellation));
        return first;
    }

    private async Task<IReadOnlyList<Report>> SomeAsync(Mention[] mentions, CancellationToken cancellation)
    {
        // What comes is most often new: whether a place is taken is looked up only when the store refuses a write.
        for (var lookUp = false; ; lookUp = true)
        {
            var written = new Dictionary<string, Report>(StringComparer.Ordinal);
            var first = new List<Report>(mentions.Length);
            foreach (var mention in mentions)
                first.Add(await PlaceAsync(mention, written, lookUp, cancellation));
            var changes = written
                .Select(static one => (EntityChange)new EntityChange.Insert(one.Key, Row(one.Value)))
                .ToList();
            if (
                changes.Count > 0
                && await store.CommitAsync(MentionTables.Seen, Partition, changes, cancellation)
                    is not CommitResult.Committed
            )
                continue;
            foreach (var (row, report) in written)
                _known[row] = report;
            return first;
        }
    }

    private async Task<Report> PlaceAsync(
        Mention mention,
        Dictionary<string, Report> written,
        bool lookUp,
        CancellationToken cancellation
    )
    {
        var own = Report.Of(mention);
        var free = new List<string>();
        foreach (var key in ReportKeys.Of(mention))
            for (var place = 0; place < Places; place++)
            {
                var row = $"{key}-{place}";
                var known = written.GetValueOrDefault(row) ?? _known.GetValueOrDefault(row);
                if (known is null && lookUp)
                    known = await ReadAsync(row, cancellation);
                if (known is null)
                {
                    free.Add(row);
                    break;
                }

                if (known.Id == mention.Id || ReportKeys.IsSame(known, mention))
                    return known;
            }

        foreach (var row in free)
            written[row] = own;
        return own;
    }

    private async Task<Report?> ReadAsync(string row, CancellationToken cancellation)
    {
        if (await store.GetAsync(MentionTables.Seen, new(Partition, row), cancellation) is not { } found)
            return null;
        var p = found.Properties;
        return _known[row] = new Report(
            new MentionId(p.Text("id") ?? ""),
            p.Text("source") ?? "",
            Enum.TryParse<SourceCategory>(p.Text("category"), out var category) ? category : SourceCategory.News,
            p.Text("address"),
            p.Text("words") ?? "",
            p.Text("author"),
            p.Time("published"),
            p.Time("at") ?? default
        );
    }

    private static EntityProperties Row(Report report) =>
        new()
        {
            { "id", report.Id.Value },
            { "source", report.Source },
            { "category", report.Category.ToString() },
            { "address", report.Address },
            { "words", report.Words },
            { "author", report.Author },
            { "published", report.Published },
            { "at", report.Seen },
        };
}
