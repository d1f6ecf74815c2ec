using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings.Stories;

/// <summary>One story of a window: what is told in near-equal words is one.</summary>
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
    /// <summary>Groups a small one is compared with: the ones told most.</summary>
    private const int Compared = 64;

    /// <summary>Its fingerprints, the one with most mentions first.</summary>
    public required IReadOnlyList<ulong> Fingerprints { get; init; }

    /// <summary>Who tells it, each once.</summary>
    public int Voices { get; init; }

    /// <summary>The stories that mentions tell: most mentions first, then the most severe, then the earliest.</summary>
    public static IReadOnlyList<StoryLine> Of(IEnumerable<ScoredMention> mentions, int take = 20) =>
        [
            .. Groups(mentions)
                .Select(Line)
                .OrderByDescending(line => line.Mentions)
                .ThenByDescending(line => line.Severity)
                .ThenBy(line => line.First)
                .ThenBy(line => line.Story)
                .Take(Math.Max(1, take)),
        ];

    // Equal words first; of the groups that makes, the small ones join a big one that is like them.
    private static List<List<IGrouping<ulong, ScoredMention>>> Groups(IEnumerable<ScoredMention> mentions)
    {
        var stories = mentions
            .GroupBy(scored => scored.Fingerprint)
            .OrderByDescending(story => story.Count())
            .ThenBy(story => story.Min(scored => scored.Mention.At))
            .ThenBy(story => story.Key);
        var groups = new List<(TitleKey Key, List<IGrouping<ulong, ScoredMention>> Stories)>();
        var byText = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in stories)
        {
            var key = TitleKey.Of(TitleOf(story.MaxBy(scored => scored.Risk.Severity)!));
            if (!byText.TryGetValue(key.Text, out var at))
            {
                at = groups.FindIndex(0, Math.Min(Compared, groups.Count), known => known.Key.IsLike(key));
                if (at < 0)
                {
                    at = groups.Count;
                    groups.Add((key, []));
                }

                byText[key.Text] = at;
            }

            groups[at].Stories.Add(story);
        }

        return groups.ConvertAll(static group => group.Stories);
    }

    private static string TitleOf(ScoredMention scored) =>
        TextCut.To(
            scored.Mention.Title.Length > 0 ? scored.Mention.Title : scored.Mention.Text,
            StorySample.TitleLimit
        );

    private static StoryLine Line(List<IGrouping<ulong, ScoredMention>> group)
    {
        var told = group
            .SelectMany(static story => story)
            .OrderBy(scored => scored.Mention.At)
            .ThenBy(scored => scored.Mention.Id.Value, StringComparer.Ordinal)
            .ToList();
        var gravest = told.MaxBy(scored => scored.Risk.Severity)!;
        return new StoryLine(
            group[0].Key,
            TitleOf(gravest),
            told.Count,
            told.Count(scored => scored.IsNegative),
            [.. told.Select(scored => scored.Mention.Source).Distinct(StringComparer.Ordinal)],
            told[0].Mention.At,
            told[^1].Mention.At,
            gravest.Risk.Severity,
            gravest.Risk.Categories.Count > 0 ? gravest.Risk.Categories[0] : null
        )
        {
            Fingerprints = [.. group.Select(static story => story.Key)],
            Voices = told.Select(scored => Buckets.Voices.Of(scored.Mention)).Distinct().Count(),
        };
    }
}
