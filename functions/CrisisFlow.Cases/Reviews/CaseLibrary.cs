using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Reviews;

/// <summary>An ended case as the library keeps it.</summary>
/// <param name="Opened">Level when it was opened.</param>
/// <param name="Level">Level when it ended.</param>
/// <param name="Index">Risk index when it was opened, 0 to 100.</param>
/// <param name="WasTrue">Triage found it true or malicious; null when nobody decided.</param>
/// <param name="Worked">Whether what was published last worked; null when nothing was published or measured.</param>
public sealed record LibraryEntry(
    CaseId Case,
    string TopicId,
    TopicType TopicType,
    string Story,
    RiskCategory? Category,
    Level Opened,
    Level Level,
    double Index,
    DateTimeOffset OpenedAt,
    bool? WasTrue,
    TimeSpan? ToPublication,
    bool? Worked,
    string Learned);

/// <summary>What earlier cases have to say.</summary>
public static class CaseLibrary
{
    /// <returns>Null for a case that has not ended, and for a drill.</returns>
    public static LibraryEntry? EntryOf(CaseState state)
    {
        if (state is not CaseState.Closed { File: { IsDrill: false } file } || AfterActionReport.Of(state) is not { } report) return null;
        var verdict = report.Versions.LastOrDefault(v => v.Verdict is not null)?.Verdict;
        return new LibraryEntry(
            file.Id,
            file.Subject.TopicId,
            file.Subject.TopicType,
            file.Subject.Story,
            file.Subject.Category,
            file.Subject.Level,
            file.Level,
            file.Subject.Index,
            file.OpenedAt,
            file.Triage is { } triage ? triage.Verdict is TriageVerdict.Confirmed or TriageVerdict.Malicious : null,
            report.ToPublication,
            verdict is { } v ? v == EffectVerdict.Worked : null,
            report.Learned.Count > 0 ? report.Learned[0] : "");
    }
}
