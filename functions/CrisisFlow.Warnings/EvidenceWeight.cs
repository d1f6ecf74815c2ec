using System.Collections.Frozen;
using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>
/// What a warning rests on, the weightiest first and one line for what is told in near-equal words: a place on a hot
/// list weighs most, then news, people hurt, how grave it is, how far it reached and how many tell it.
/// </summary>
internal static class EvidenceWeight
{
    private static readonly FrozenSet<string> Hurt = (
        "送医 就医 住院 受伤 伤者 死亡 身亡 丧生 致死 遇难 去世 中毒 昏迷 抢救 烧伤 烫伤 划伤 划破 过敏 腹泻 呕吐 窒息 骨折 截肢 died dies death "
        + "killed injured injury injuries hospital hospitalised hospitalized poisoned poisoning burned choked"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="take">The most lines.</param>
    public static IReadOnlyList<WarningEvidence> Of(IReadOnlyList<StorySample> samples, int take) =>
        [
            .. Lines(samples)
                .Select(static line => (Line: line, Weight: line.Max(Weight)))
                .OrderByDescending(static one => one.Weight)
                .ThenByDescending(static one => one.Line.Sum(static sample => sample.Mentions))
                .ThenBy(static one => one.Line[0].Fingerprint)
                .Take(take)
                .Select(static one => Evidence(one.Line)),
        ];

    private static List<List<StorySample>> Lines(IReadOnlyList<StorySample> samples)
    {
        var lines = new List<(TitleKey Key, List<StorySample> Samples)>();
        foreach (var sample in samples)
        {
            var key = TitleKey.Of(sample.Title);
            var line = lines.Find(known => known.Key.IsLike(key));
            if (line.Samples is null)
                lines.Add((key, [sample]));
            else
                line.Samples.Add(sample);
        }

        return lines.ConvertAll(static line => line.Samples);
    }

    private static WarningEvidence Evidence(List<StorySample> line)
    {
        var best = line.MaxBy(Weight)!;
        return new WarningEvidence(
            best.Title,
            Math.Round(line.Max(static sample => sample.Severity), 2),
            line.Sum(static sample => sample.Mentions),
            line.Min(static sample => sample.Rank)
        )
        {
            Url = best.Url,
            Source = best.Source,
            At = best.At,
        };
    }

    private static double Weight(StorySample sample)
    {
        var weight = 30 * sample.Severity;
        if (sample.HotList > 0)
            weight += 30 + 30 * (sample.Rank is { } rank ? Math.Clamp((51 - rank) / 50.0, 0.2, 1) : 0.5);
        if (sample.News > 0)
            weight += 20 + 10 * (1 - Math.Exp((1 - sample.News) / 3.0));
        if (IsHurt(sample.Title))
            weight += 10;
        return weight
            + 2 * Math.Log10(1 + sample.Reach + 10.0 * sample.Engagement)
            + 4 * Math.Log10(1 + StorySample.Count(sample.Voices));
    }

    private static bool IsHurt(string title)
    {
        var folded = TextFolding.FoldForMatching(title);
        foreach (var word in Hurt)
            if (folded.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}
