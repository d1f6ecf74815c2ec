using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings;

/// <summary>A story of the window that could be warned of, as the indicators see it.</summary>
/// <param name="Title">The most severe title; names the story to people.</param>
/// <param name="Risk">Main category; null when the story names no risk.</param>
/// <param name="Index">With this story's own event, and the topic's volume, tone and reach.</param>
/// <param name="Voices">Who tells it in the long window, each once.</param>
/// <param name="Named">
/// Whether a hot list, or as many news as their floor, tell it; then no floor of voices is asked for.
/// </param>
/// <param name="Grave">Whether it is named so and the event is grave.</param>
/// <param name="Risky">Whether there is any sign of risk; false means volume alone.</param>
/// <param name="Evidence">The weightiest first, at most 5.</param>
public sealed record Candidate(
    string Title,
    RiskCategory? Risk,
    RiskIndex Index,
    int Voices,
    bool Named,
    bool Grave,
    bool Risky,
    IReadOnlyList<WarningEvidence> Evidence
)
{
    /// <summary>What distinguishes this story from others.</summary>
    public required StoryKey Key { get; init; }

    /// <summary>Null unless few tell it again and again.</summary>
    public Flood? Flood { get; init; }
}
