using CrisisFlow.Core.Scoring;

namespace CrisisFlow.Core.Warnings;

/// <summary>A story of the window that could be warned of, as the indicators see it.</summary>
/// <param name="Title">The gravest title; names the story to people.</param>
/// <param name="Risk">Main category; null when the story names no risk.</param>
/// <param name="Index">With this story's own event, and the topic's volume, tone and reach.</param>
/// <param name="Voices">Mentions in the window; an entry of a hot list or of the news counts as the floor itself, see settings.</param>
/// <param name="Grave">Whether a hot list or the news name the event.</param>
/// <param name="Risky">Whether there is any sign of risk; false means volume alone.</param>
/// <param name="Evidence">Gravest first, at most 5.</param>
public sealed record Candidate(
    string Title,
    RiskCategory? Risk,
    RiskIndex Index,
    int Voices,
    bool Grave,
    bool Risky,
    IReadOnlyList<WarningEvidence> Evidence)
{
    /// <summary>Category words and character pairs that tell this story from another; see <see cref="StoryKey"/>.</summary>
    public required StoryKey Key { get; init; }
}
