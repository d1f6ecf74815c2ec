using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>What a story itself brings to its risk index; the rest is the topic's.</summary>
/// <param name="Severity">0 to 1, after what its sources are worth.</param>
/// <param name="Hits">People and reports that name its risk, each once.</param>
/// <param name="HotList">Its hot-list entries, each 0.2 (bottom) to 1 (top); 0.5 when the rank is not known.</param>
/// <param name="News">Its news reports.</param>
internal readonly record struct StoryFacts(double Severity, int Hits, double HotList, int News);

/// <summary>What the indicators of a topic are measured on.</summary>
/// <param name="NegativeBefore">Mean of negative mentions in the short windows before this one.</param>
/// <param name="Floor">With fewer mentions, the mean tone is not meaningful.</param>
internal sealed record Moment(Windows Windows, double NegativeBefore, double Floor)
{
    /// <summary>The long window, as it counts.</summary>
    public MinuteBucket All => Windows.Counted;

    /// <summary>Mentions of this short window.</summary>
    public int Now => Windows.Mentions[0];

    /// <summary>Mentions of the short window before.</summary>
    public int Before => Windows.Mentions[1];

    /// <summary>Mentions of the short window before that.</summary>
    public int Earlier => Windows.Mentions[2];
}
