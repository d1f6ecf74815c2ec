using CrisisFlow.Core.Folding;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings.Stories;

/// <summary>One story of a window.</summary>
/// <param name="Title">
/// Of its most severe mention, or of the first of equally severe ones; its text where there is no title, at most 120
/// characters.
/// </param>
/// <param name="Mentions">All that tell it.</param>
/// <param name="Negative">How many of them speak against the topic.</param>
/// <param name="Sources">In order of their first mention.</param>
/// <param name="Severity">0 to 1, the most severe mention's.</param>
/// <param name="Risk">The most severe mention's first category; null when severity is 0.</param>
public sealed record StoryLine(
    ulong Story,
    string Title,
    int Mentions,
    int Negative,
    IReadOnlyList<string> Sources,
    DateTimeOffset First,
    DateTimeOffset Last,
    double Severity,
    RiskCategory? Risk
)
{
    /// <summary>The stories that mentions tell: most mentions first, then the most severe, then the earliest.</summary>
    public static IReadOnlyList<StoryLine> Of(IEnumerable<ScoredMention> mentions, int take = 20) =>
        [
            .. mentions
                .GroupBy(scored => scored.Fingerprint)
                .Select(Line)
                .OrderByDescending(line => line.Mentions)
                .ThenByDescending(line => line.Severity)
                .ThenBy(line => line.First)
                .ThenBy(line => line.Story)
                .Take(Math.Max(1, take)),
        ];

    private static StoryLine Line(IGrouping<ulong, ScoredMention> story)
    {
        var told = story
            .OrderBy(scored => scored.Mention.At)
            .ThenBy(scored => scored.Mention.Id.Value, StringComparer.Ordinal)
            .ToList();
        var gravest = told.MaxBy(scored => scored.Risk.Severity)!;
        var title = gravest.Mention.Title.Length > 0 ? gravest.Mention.Title : gravest.Mention.Text;
        return new StoryLine(
            story.Key,
            TextCut.To(title, StorySample.TitleLimit),
            told.Count,
            told.Count(scored => scored.IsNegative),
            [.. told.Select(scored => scored.Mention.Source).Distinct(StringComparer.Ordinal)],
            told[0].Mention.At,
            told[^1].Mention.At,
            gravest.Risk.Severity,
            gravest.Risk.Categories.Count > 0 ? gravest.Risk.Categories[0] : null
        );
    }
}
