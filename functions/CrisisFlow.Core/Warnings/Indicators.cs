using CrisisFlow.Core.Monitoring;

namespace CrisisFlow.Core.Warnings;

/// <summary>What a story itself brings to its risk index; the rest is the topic's.</summary>
/// <param name="Severity">0 to 1, after what its sources are worth.</param>
/// <param name="Hits">Mentions that name its risk.</param>
/// <param name="HotList">Its hot-list entries, each 0.2 (bottom) to 1 (top); 0.5 when the rank is not known.</param>
/// <param name="News">Its news reports.</param>
internal readonly record struct StoryFacts(double Severity, int Hits, double HotList, int News);

/// <summary>The indicators of a topic at one moment, and the risk index they add up to for one of its stories.</summary>
internal static class Indicators
{
    /// <summary>The sum of weight times normalised indicator, scaled so that all weights together make 100.</summary>
    public static RiskIndex Index(Windows windows, StoryFacts story, WarningSettings settings)
    {
        var terms = new List<Term>(16);
        var weights = 0.0;
        foreach (var indicator in All)
        {
            var weight = Weight(indicator, settings);
            weights += weight;
            var measured = Measure(indicator, windows, story, settings);
            var normalised = Math.Clamp(Normalise(indicator, measured, windows), 0, 1);
            if (weight * normalised > 0) terms.Add(new Term(indicator, Round(measured), Round(normalised), weight * normalised));
        }
        if (weights <= 0) return RiskIndex.Zero;
        // Shown is what is summed: points are rounded first, then added.
        for (var i = 0; i < terms.Count; i++) terms[i] = terms[i] with { Points = Math.Round(terms[i].Points * 100 / weights, 1) };
        terms.RemoveAll(term => term.Points <= 0);
        terms.Sort((left, right) => right.Points != left.Points ? right.Points.CompareTo(left.Points) : left.Indicator.CompareTo(right.Indicator));
        return new RiskIndex(Math.Round(Math.Min(100, terms.Sum(term => term.Points)), 1), terms);
    }

    /// <summary>Negative mentions among all, drawn towards 0 while there are few.</summary>
    public static double NegativeShare(MinuteBucket bucket) => bucket.Negative / (bucket.Mentions + 2.0);

    private static readonly Indicator[] All = Enum.GetValues<Indicator>();

    private static double Measure(Indicator indicator, Windows windows, StoryFacts story, WarningSettings settings)
    {
        var all = windows.Long;
        var (now, before, earlier) = (windows.Mentions[0], windows.Mentions[1], windows.Mentions[2]);
        return indicator switch
        {
            Indicator.EventSeverity => story.Severity,
            Indicator.RiskHits => story.Hits,
            Indicator.HotList => story.HotList,
            Indicator.MediaFrequency => story.News,
            Indicator.Volume => all.Mentions,
            Indicator.NegativeCount => all.Negative,
            Indicator.NegativeShare => NegativeShare(all),
            Indicator.NegativeGrowth => windows.Negative[0] - windows.Negative.Skip(1).Average(),
            Indicator.Acceleration => now - 2 * before + earlier,
            Indicator.Burst => (now - windows.UsualMentions) / (1.4826 * windows.UsualSpread + Math.Sqrt(windows.UsualMentions) + 2),
            Indicator.Reach => all.Reach + 10 * all.Engagement,
            Indicator.UniqueAuthors => Voices.Count(all.Authors),
            Indicator.HighFollowerAuthors => Voices.Count(all.HighFollowerAuthors),
            Indicator.Platforms => all.Sources.Length,
            Indicator.SentimentDrift => all.Mentions < settings.Floor ? 0 : windows.UsualTone - all.Tone / all.Mentions,
            _ => 0,
        };
    }

    private static double Normalise(Indicator indicator, double measured, Windows windows) => indicator switch
    {
        Indicator.RiskHits => 1 - Math.Exp(-measured / 5),
        Indicator.HotList => 1 - Math.Exp(-measured),
        Indicator.MediaFrequency => 1 - Math.Exp(-measured / 10),
        Indicator.Volume => Math.Log10(1 + measured) / 4,
        Indicator.NegativeCount => Math.Log10(1 + measured) / 3,
        Indicator.NegativeGrowth => measured <= 0 ? 0 : 1 - Math.Exp(-measured / (windows.Negative.Skip(1).Average() + 3)),
        Indicator.Acceleration => measured / (windows.Mentions[1] + windows.Mentions[2] + 5.0),
        Indicator.Burst => measured / 6,
        Indicator.Reach => Math.Log10(1 + measured) / 8,
        Indicator.UniqueAuthors => Math.Log10(1 + measured) / 4,
        Indicator.HighFollowerAuthors => 1 - Math.Exp(-measured / 5),
        Indicator.Platforms => (measured - 1) / 5,
        _ => measured,
    };

    private static double Weight(Indicator indicator, WarningSettings settings) => indicator switch
    {
        Indicator.EventSeverity => settings.WeightEventSeverity,
        Indicator.RiskHits => settings.WeightRiskHits,
        Indicator.HotList => settings.WeightHotList,
        Indicator.MediaFrequency => settings.WeightMediaFrequency,
        Indicator.Volume => settings.WeightVolume,
        Indicator.NegativeCount => settings.WeightNegativeCount,
        Indicator.NegativeShare => settings.WeightNegativeShare,
        Indicator.NegativeGrowth => settings.WeightNegativeGrowth,
        Indicator.Acceleration => settings.WeightAcceleration,
        Indicator.Burst => settings.WeightBurst,
        Indicator.Reach => settings.WeightReach,
        Indicator.UniqueAuthors => settings.WeightUniqueAuthors,
        Indicator.HighFollowerAuthors => settings.WeightHighFollowerAuthors,
        Indicator.Platforms => settings.WeightPlatforms,
        Indicator.SentimentDrift => settings.WeightSentimentDrift,
        _ => 0,
    };

    private static double Round(double value) => Math.Round(value, 3);
}
