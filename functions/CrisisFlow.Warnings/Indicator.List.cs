using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>
/// The indicators, in the order in which equal terms are listed and weights are summed: add at the end.
/// </summary>
public abstract partial class Indicator
{
    private const string Story = "the story, long window";
    private const string Topic = "the topic, long window";

    private static readonly List<Indicator> List = [];

    public static IReadOnlyList<Indicator> All => List;

    public static readonly Indicator EventSeverity = Add(
        new OfStory("EventSeverity")
        {
            DefaultWeight = 60,
            Unit = IndicatorUnit.Score,
            Over = Story,
            Nothing = "no risk named",
            Full = "the most serious event, named by a hot list, the news or fifty people",
            Measure = story => story.Severity,
            Normalise = severity => severity,
        }
    );

    /// <summary>People and reports that name a risk, each once.</summary>
    public static readonly Indicator RiskHits = Add(
        new OfStory("RiskHits")
        {
            DefaultWeight = 8,
            Over = Story,
            Full = "many people and reports (63 % at 5)",
            Measure = story => story.Hits,
            Normalise = hits => 1 - Math.Exp(-hits / 5.0),
        }
    );

    /// <summary>The higher an entry's rank, the more it counts.</summary>
    public static readonly Indicator HotList = Add(
        new OfStory("HotList")
        {
            DefaultWeight = 8,
            Over = Story,
            Full = "several near the top (63 % at 1.0, an entry of unknown rank is 0.5)",
            Measure = story => story.HotList,
            Normalise = worth => 1 - Math.Exp(-worth),
        }
    );

    public static readonly Indicator MediaFrequency = Add(
        new OfStory("MediaFrequency")
        {
            DefaultWeight = 3,
            Over = Story,
            Full = "many different reports (63 % at 10)",
            Measure = story => story.News,
            Normalise = reports => 1 - Math.Exp(-reports / 10.0),
        }
    );

    public static readonly Indicator Volume = Add(
        new OfTopic("Volume")
        {
            DefaultWeight = 2,
            Over = Topic,
            Full = "10,000 mentions, logarithmic",
            Measure = moment => moment.All.Mentions,
            Normalise = (mentions, _) => Math.Log10(1 + mentions) / 4,
        }
    );

    public static readonly Indicator NegativeCount = Add(
        new OfTopic("NegativeCount")
        {
            DefaultWeight = 3,
            OfNegative = true,
            Over = Topic,
            Full = "1,000, logarithmic",
            Measure = moment => moment.All.Negative,
            Normalise = (mentions, _) => Math.Log10(1 + mentions) / 3,
        }
    );

    public static readonly Indicator NegativeShare = Add(
        new OfTopic("NegativeShare")
        {
            DefaultWeight = 5,
            Unit = IndicatorUnit.Share,
            OfNegative = true,
            Over = Topic,
            Full = "all; reduced towards 0 with only a few mentions",
            Measure = moment => ShareOfNegative(moment.All),
            Normalise = (share, _) => share,
        }
    );

    public static readonly Indicator NegativeGrowth = Add(
        new OfTopic("NegativeGrowth")
        {
            DefaultWeight = 4,
            OfNegative = true,
            Over = "this hour against the six before",
            Nothing = "no growth",
            Full = "a multiple",
            Measure = moment => moment.Windows.Negative[0] - moment.NegativeBefore,
            Normalise = (growth, moment) => growth <= 0 ? 0 : 1 - Math.Exp(-growth / (moment.NegativeBefore + 3)),
        }
    );

    public static readonly Indicator Acceleration = Add(
        new OfTopic("Acceleration")
        {
            DefaultWeight = 1,
            Over = "this hour's change against the last hour's",
            Full = "doubling and more",
            Measure = moment => moment.Now - 2 * moment.Before + moment.Earlier,
            Normalise = (change, moment) => change / (moment.Before + moment.Earlier + 5.0),
        }
    );

    public static readonly Indicator Burst = Add(
        new OfTopic("Burst")
        {
            DefaultWeight = 2,
            Over = "this hour against the same hours of the last days",
            Nothing = "usual",
            Full = "six deviations; median and median absolute deviation, so an old crisis does not hide a new one",
            Measure = moment =>
                (moment.Now - moment.Windows.UsualMentions)
                / (1.4826 * moment.Windows.UsualSpread + Math.Sqrt(moment.Windows.UsualMentions) + 2),
            Normalise = (deviations, _) => deviations / 6,
        }
    );

    public static readonly Indicator Reach = Add(
        new OfTopic("Reach")
        {
            DefaultWeight = 1,
            Over = Topic,
            Full = "100 million followers and engagement, logarithmic",
            Measure = moment => moment.All.Reach + 10 * moment.All.Engagement,
            Normalise = (reach, _) => Math.Log10(1 + reach) / 8,
        }
    );

    public static readonly Indicator UniqueAuthors = Add(
        new OfTopic("UniqueAuthors")
        {
            DefaultWeight = 0.5,
            Over = Topic,
            Full = "10,000, logarithmic",
            Measure = moment => Voices.Count(moment.All.Authors),
            Normalise = (authors, _) => Math.Log10(1 + authors) / 4,
        }
    );

    public static readonly Indicator HighFollowerAuthors = Add(
        new OfTopic("HighFollowerAuthors")
        {
            DefaultWeight = 0.5,
            Over = Topic,
            Full = "many (63 % at 5 with 100,000 followers)",
            Measure = moment => Voices.Count(moment.All.HighFollowerAuthors),
            Normalise = (authors, _) => 1 - Math.Exp(-authors / 5),
        }
    );

    public static readonly Indicator Platforms = Add(
        new OfTopic("Platforms")
        {
            DefaultWeight = 1,
            Over = Topic,
            Nothing = "one source",
            Full = "six sources",
            Measure = moment => moment.All.Sources.Length,
            Normalise = (sources, _) => (sources - 1) / 5,
        }
    );

    public static readonly Indicator SentimentDrift = Add(
        new OfTopic("SentimentDrift")
        {
            DefaultWeight = 1,
            Unit = IndicatorUnit.Score,
            Over = "the topic, mean tone against the last days",
            Nothing = "no worse",
            Full = "from praise to blame",
            Measure = moment =>
                moment.All.Mentions < moment.Floor
                    ? 0
                    : moment.Windows.UsualTone - moment.All.Tone / moment.All.Mentions,
            Normalise = (drift, _) => drift,
        }
    );

    /// <summary>Negative mentions among all, drawn towards 0 while there are few.</summary>
    internal static double ShareOfNegative(MinuteBucket bucket) => bucket.Negative / (bucket.Mentions + 2.0);

    private static Indicator Add(Indicator indicator)
    {
        indicator.Order = List.Count;
        List.Add(indicator);
        return indicator;
    }
}
