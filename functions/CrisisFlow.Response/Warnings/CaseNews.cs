using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Warnings;

/// <summary>What a case is told of a warning: at once, or when the quiet hours that held it have ended.</summary>
/// <param name="At">Time of the event that tells it.</param>
/// <param name="Level">The highest level meanwhile when it was held.</param>
/// <param name="Held">Null when it is told at once.</param>
/// <param name="Flood">Null unless few tell it again and again.</param>
public sealed record CaseNews(
    DateTimeOffset At,
    string Warning,
    Level Level,
    double Index,
    WarningReason Reason,
    string Story,
    StoryKey Key,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<WarningEvidence> Evidence,
    HeldNews? Held,
    Flood? Flood
)
{
    /// <returns>Null for an event that no case is told of.</returns>
    public static CaseNews? Of(WarningEvent happened) =>
        happened switch
        {
            WarningEvent.Raised e => new(
                e.At,
                e.Warning,
                e.Level,
                e.Index,
                e.Reason,
                e.Story,
                e.Key,
                e.Terms,
                e.Evidence,
                null,
                e.Flood
            ),
            WarningEvent.MailDue { Held: { } held, Key: { } key } e => new(
                e.At,
                e.Warning,
                held.Highest > e.Level ? held.Highest : e.Level,
                e.Index,
                e.Cause ?? e.Reason,
                e.Story,
                key,
                e.Terms ?? [],
                e.Evidence ?? [],
                held,
                e.Flood
            ),
            _ => null,
        };
}
