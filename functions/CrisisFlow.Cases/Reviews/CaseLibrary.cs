using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Reviews;

/// <summary>An ended case as the library keeps it.</summary>
/// <param name="Opened">Level when it was opened.</param>
/// <param name="Level">Level when it ended.</param>
/// <param name="Index">Risk index when it was opened, 0 to 100.</param>
/// <param name="WasTrue">Triage found it true or malicious; null when nobody decided.</param>
public sealed record LibraryEntry(Level Opened, Level Level, double Index, bool? WasTrue);

/// <summary>Earlier cases and what they teach.</summary>
public static class CaseLibrary
{
    /// <returns>Null for a case that has not ended, and for a drill.</returns>
    public static LibraryEntry? EntryOf(CaseState state)
    {
        if (state is not CaseState.Closed { File: { IsDrill: false } file })
            return null;
        return new LibraryEntry(
            file.Subject.Level,
            file.Level,
            file.Subject.Index,
            file.Triage is { } triage ? triage.Verdict is TriageVerdict.Confirmed or TriageVerdict.Malicious : null
        );
    }
}
