using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Settings;

namespace CrisisFlow.Evaluation.UnseenHeadlines;

/// <summary>A headline or post with what it is of the brand it names, judged before the model was asked.</summary>
/// <param name="Language">
/// zh or en: written for this project; real: drawn from the given archives outside the twenty events.
/// </param>
/// <param name="Label">A risk category; none: no crisis of the brand; voice: a complaint without an event.</param>
internal sealed record UnseenHeadline(string Language, string Label, string Brand, string Text)
{
    /// <summary>
    /// Whether a real list has it. Some that were written turned out to be real; they stay with the written ones.
    /// </summary>
    public required bool IsReal { get; init; }

    public bool IsCrisis => Label is not ("none" or "voice");

    public static IReadOnlyList<UnseenHeadline> Read(string half) =>
        [
            .. File.ReadLines(Repository.In("bench", "CrisisFlow.Evaluation", "UnseenHeadlines", half + ".txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t'))
                .Select(cells => new UnseenHeadline(cells[0], cells[1], cells[2], RealTitles.Of(cells[3]))
                {
                    IsReal = RealTitles.IsHash(cells[3]),
                }),
        ];

    public RiskScore Score()
    {
        var folded = TextFolding.FoldForMatching(TextFolding.Normalize(Text));
        Span<NamedAt> about = stackalloc NamedAt[8];
        var masked = folded.ToCharArray();
        var named = new RiskSubject(Query).Find(folded, about, masked);
        return RiskModel.Default.Score(masked, about[..named]);
    }

    /// <summary>The text as the report writes it.</summary>
    public string Shown => IsReal ? RealTitles.Quote(Text) : Text;

    /// <summary>
    /// The warning with the highest risk index when a hot list names it once and nothing else is said of the brand;
    /// null when none is raised.
    /// </summary>
    public async Task<BacktestLine?> WarnedAsync()
    {
        var lines = new List<BacktestLine>();
        var at = new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero);
        var item = new DocumentItem(null, Text, null, at, null, null, "");
        var settings = new CrisisFlowSettings
        {
            Topics =
            [
                new()
                {
                    Id = "brand",
                    Name = Brand,
                    Match = $"\"{Brand}\"",
                },
            ],
        };
        await BacktestRunner.RunAsync([item], new BacktestRequest(settings, _ => SourceCategory.HotList), lines.Add);
        return lines.Where(line => line.Kind == "raised").MaxBy(line => line.Index);
    }

    private TopicQuery Query => ((QueryReading.Valid)TopicQuery.Parse($"\"{Brand}\"")).Query;
}
