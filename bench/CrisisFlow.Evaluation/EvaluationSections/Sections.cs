namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>The parts of the report in their order. A new part is a file in this folder and a line here.</summary>
internal static class Sections
{
    public static readonly IReadOnlyList<NamedSection> All =
    [
        new("sentiment", SentimentSection.Run),
        new("events", EventsSection.Run),
        new("ordinary", OrdinaryMonthsSection.Run),
        new("unseen", UnseenSection.Run),
        new("nab", NabSection.Run),
        new("throughput", ThroughputSection.Run),
    ];
}
