using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases;

/// <summary>What a case is about, as the warning saw it.</summary>
/// <param name="TopicId">The topic's id in settings.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="StoryId">Stable id of the story.</param>
/// <param name="Story">The story in one line, from outside: shown encoded.</param>
/// <param name="Category">The strongest risk category; null when none was hit.</param>
/// <param name="Index">Risk index when the case was opened, 0 to 100.</param>
/// <param name="Terms">The sum behind the index, term by term, greatest first.</param>
/// <param name="Reasons">Why the warning was raised; names from the warning's closed set.</param>
/// <param name="Evidence">Mentions that show it, most telling first; at most 20.</param>
public sealed record CaseSubject(
    string TopicId,
    string Topic,
    TopicType TopicType,
    string StoryId,
    string Story,
    Level Level,
    RiskCategory? Category,
    double Index,
    IReadOnlyList<CaseTerm> Terms,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<CaseEvidence> Evidence
)
{
    /// <summary>
    /// What quiet hours kept from everybody until the case was opened; null when nothing, as in older journals.
    /// </summary>
    public HeldNews? Held { get; init; }
}

/// <summary>One summand of the risk index.</summary>
/// <param name="Indicator">The indicator's name.</param>
/// <param name="Value">The indicator as measured, in its own unit.</param>
/// <param name="Points">What it adds to the index.</param>
public sealed record CaseTerm(string Indicator, double Value, double Points);

/// <summary>A mention that shows what the case is about. Everything in it came from outside.</summary>
public sealed record CaseEvidence(string Source, string Title, string? Url, DateTimeOffset At, string? Author = null);
