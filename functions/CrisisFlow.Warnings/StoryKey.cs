using System.Collections.Immutable;
using CrisisFlow.Core.Folding;
using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings;

/// <summary>
/// What makes a story the same story: its category, and the character pairs of its titles without the topic's own
/// names.
/// </summary>
/// <param name="Risk">Main category; null for a surge without a risk.</param>
/// <param name="Pairs">Two characters each, sorted, without repeats; at most 64.</param>
public sealed record StoryKey(RiskCategory? Risk, ImmutableArray<string> Pairs)
{
    public const int PairsKept = 64;

    /// <summary>Of the shorter title's pairs, so many must be in the other.</summary>
    private const double EnoughShared = 0.4;

    /// <summary>
    /// A crisis is told in many words, so two titles of one topic tell the same story when they share wording or are of
    /// one category;
    /// a bare response or apology belongs to whatever it follows.
    /// </summary>
    public bool SameStory(StoryKey other)
    {
        if (Risk == other.Risk)
            return true;
        if (Risk == RiskCategory.Unclear || other.Risk == RiskCategory.Unclear)
            return true;
        var shared = Shared(other);
        return shared >= 2 && shared >= EnoughShared * Math.Min(Pairs.Length, other.Pairs.Length);
    }

    /// <summary>Both as one, with the first one's category unless that is unclear.</summary>
    public StoryKey Join(StoryKey other) =>
        new(Risk is null or RiskCategory.Unclear ? other.Risk ?? Risk : Risk, Merged(other.Pairs));

    /// <param name="names">Folded for matching.</param>
    public static StoryKey Of(RiskCategory? risk, string title, IReadOnlyList<string> names)
    {
        title = TextFolding.FoldForMatching(title);
        foreach (var name in names)
            if (name.Length > 0)
                title = title.Replace(name, " ", StringComparison.Ordinal);
        var pairs = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < title.Length && pairs.Count < PairsKept; i++)
        {
            if (char.IsLetterOrDigit(title[i]) && char.IsLetterOrDigit(title[i + 1]))
                pairs.Add(title.Substring(i, 2));
        }
        return new StoryKey(risk, [.. pairs]);
    }

    private ImmutableArray<string> Merged(ImmutableArray<string> others)
    {
        // Full already, or nothing new: most stories of a wave repeat each other's words.
        if (others.IsEmpty || Pairs.Length >= PairsKept)
            return Pairs;
        var merged = ImmutableArray.CreateBuilder<string>(Math.Min(PairsKept, Pairs.Length + others.Length));
        int left = 0,
            right = 0;
        while (merged.Count < PairsKept && (left < Pairs.Length || right < others.Length))
        {
            var order =
                left >= Pairs.Length ? 1
                : right >= others.Length ? -1
                : string.CompareOrdinal(Pairs[left], others[right]);
            merged.Add(order <= 0 ? Pairs[left] : others[right]);
            if (order <= 0)
                left++;
            if (order >= 0)
                right++;
        }
        return merged.DrainToImmutable();
    }

    private int Shared(StoryKey other)
    {
        var mine = Pairs.AsSpan();
        var theirs = other.Pairs.AsSpan();
        int left = 0,
            right = 0,
            shared = 0;
        while (left < mine.Length && right < theirs.Length)
        {
            var order = string.CompareOrdinal(mine[left], theirs[right]);
            if (order == 0)
                shared++;
            if (order <= 0)
                left++;
            if (order >= 0)
                right++;
        }
        return shared;
    }

    public bool Equals(StoryKey? other) => other is not null && Risk == other.Risk && Pairs.SequenceEqual(other.Pairs);

    public override int GetHashCode() => HashCode.Combine(Risk, Pairs.Length);
}
