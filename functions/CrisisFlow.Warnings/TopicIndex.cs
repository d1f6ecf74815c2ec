namespace CrisisFlow.Warnings;

/// <summary>
/// The indicators of a topic at one moment, and the risk index they add up to for each of its stories.
/// </summary>
internal sealed class TopicIndex
{
    private static readonly Indicator.OfTopic[] OfTopic = [.. Indicator.All.OfType<Indicator.OfTopic>()];
    private static readonly Indicator.OfStory[] OfStory = [.. Indicator.All.OfType<Indicator.OfStory>()];

    private readonly WarningSettings _settings;
    private readonly double _scale;
    private readonly List<Term> _ofTopic = new(OfTopic.Length);

    public TopicIndex(Windows windows, WarningSettings settings)
    {
        _settings = settings;
        var weights = Indicator.All.Sum(settings.Weight);
        _scale = weights <= 0 ? 0 : 100 / weights;
        var moment = new Moment(windows, windows.Negative.Skip(1).Average(), settings.Floor);
        foreach (var indicator in OfTopic)
        {
            var measured = indicator.Measure(moment);
            Add(_ofTopic, indicator, measured, indicator.Normalise(measured, moment));
        }
    }

    /// <summary>The sum of weight times normalised indicator, scaled so that all weights together make 100.</summary>
    public RiskIndex Index(StoryFacts story)
    {
        var terms = new List<Term>(_ofTopic.Count + OfStory.Length);
        terms.AddRange(_ofTopic);
        foreach (var indicator in OfStory)
        {
            var measured = indicator.Measure(story);
            Add(terms, indicator, measured, indicator.Normalise(measured));
        }

        terms.Sort(
            static (left, right) =>
                right.Points != left.Points
                    ? right.Points.CompareTo(left.Points)
                    : left.Indicator.CompareTo(right.Indicator)
        );
        var sum = 0.0;
        foreach (var term in terms)
            sum += term.Points;
        return new RiskIndex(Math.Round(Math.Min(100, sum), 1), terms);
    }

    private void Add(List<Term> terms, Indicator indicator, double measured, double normalised)
    {
        normalised = Math.Clamp(normalised, 0, 1);
        // Shown is what is summed: points are rounded first, then added.
        var points = Math.Round(_settings.Weight(indicator) * normalised * _scale, 1);
        if (points > 0)
            terms.Add(new Term(indicator, Math.Round(measured, 3), Math.Round(normalised, 3), points));
    }
}
