using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>What a story itself brings to its risk index; the rest is the topic's.</summary>
/// <param name="Severity">0 to 1, after what its sources are worth.</param>
/// <param name="Hits">Mentions that name its risk.</param>
/// <param name="HotList">Its hot-list entries, each 0.2 (bottom) to 1 (top); 0.5 when the rank is not known.</param>
/// <param name="News">Its news reports.</param>
internal readonly record struct StoryFacts(double Severity, int Hits, double HotList, int News);

/// <summary>The indicators of a topic at one moment, and the risk index they add up to for each of its stories.</summary>
internal sealed class Indicators
{
    private readonly WarningSettings _settings;
    private readonly double _scale;
    private readonly List<Term> _ofTopic = new(16);

    public Indicators(Windows windows, WarningSettings settings)
    {
        _settings = settings;
        var weights = All.Sum(indicator => Weight(indicator, settings));
        _scale = weights <= 0 ? 0 : 100 / weights;
        var negativeBefore = windows.Negative.Skip(1).Average();
        foreach (var indicator in All)
        {
            if (IsOfStory(indicator)) continue;
            var measured = Measure(indicator, windows, negativeBefore, settings);
            Add(_ofTopic, indicator, measured, Normalise(indicator, measured, windows, negativeBefore));
        }
    }

    /// <summary>The sum of weight times normalised indicator, scaled so that all weights together make 100.</summary>
    public RiskIndex Index(StoryFacts story)
    {
        var terms = new List<Term>(_ofTopic.Count + 4);
        terms.AddRange(_ofTopic);
        Add(terms, Indicator.EventSeverity, story.Severity, story.Severity);
        Add(terms, Indicator.RiskHits, story.Hits, 1 - Math.Exp(-story.Hits / 5.0));
        Add(terms, Indicator.HotList, story.HotList, 1 - Math.Exp(-story.HotList));
        Add(terms, Indicator.MediaFrequency, story.News, 1 - Math.Exp(-story.News / 10.0));
        terms.Sort(static (left, right) => right.Points != left.Points ? right.Points.CompareTo(left.Points) : left.Indicator.CompareTo(right.Indicator));
        var sum = 0.0;
        foreach (var term in terms) sum += term.Points;
        return new RiskIndex(Math.Round(Math.Min(100, sum), 1), terms);
    }

    private void Add(List<Term> terms, Indicator indicator, double measured, double normalised)
    {
        normalised = Math.Clamp(normalised, 0, 1);
        // Shown is what is summed: points are rounded first, then added.
        var points = Math.Round(Weight(indicator, _settings) * normalised * _scale, 1);
        if (points > 0) terms.Add(new Term(indicator, Math.Round(measured, 3), Math.Round(normalised, 3), points));
    }

    private static bool IsOfStory(Indicator indicator) =>
        indicator is Indicator.EventSeverity or Indicator.RiskHits or Indicator.HotList or Indicator.MediaFrequency;

    /// <summary>Negative mentions among all, drawn towards 0 while there are few.</summary>
    public static double NegativeShare(MinuteBucket bucket) => bucket.Negative / (bucket.Mentions + 2.0);

    private static readonly Indicator[] All = Enum.GetValues<Indicator>();

    private static double Measure(Indicator indicator, Windows windows, double negativeBefore, WarningSettings settings)
    {
        var all = windows.Long;
        var (now, before, earlier) = (windows.Mentions[0], windows.Mentions[1], windows.Mentions[2]);
        return indicator switch
        {
            Indicator.Volume => all.Mentions,
            Indicator.NegativeCount => all.Negative,
            Indicator.NegativeShare => NegativeShare(all),
            Indicator.NegativeGrowth => windows.Negative[0] - negativeBefore,
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

    private static double Normalise(Indicator indicator, double measured, Windows windows, double negativeBefore) => indicator switch
    {
        Indicator.Volume => Math.Log10(1 + measured) / 4,
        Indicator.NegativeCount => Math.Log10(1 + measured) / 3,
        Indicator.NegativeGrowth => measured <= 0 ? 0 : 1 - Math.Exp(-measured / (negativeBefore + 3)),
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
}
