using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>What must hold of every event in every case.</summary>
internal static class CaseInvariants
{
    public static void Check(CaseState before, IReadOnlyList<CaseEvent> history, CaseEvent @event, string place)
    {
        Assert.True(history.Count == 0 || @event.At >= history[^1].At, $"{place} before the event before it.");
        switch (@event)
        {
            case CaseEvent.PublicationRequested e:
                Assert.False(
                    history.OfType<CaseEvent.PublicationRequested>().Any(p => p.Publication == e.Publication),
                    $"{place} twice for {e.Publication}."
                );
                Assert.True(
                    e.Version == StatementVersion.Holding ? IsHolding(before, e.Hash) : IsApproved(before, e),
                    $"{place} without an approval."
                );
                break;
            case CaseEvent.Approved e:
                Assert.False(
                    history
                        .OfType<CaseEvent.Approved>()
                        .Any(a => a.Round == e.Round && a.Stage == e.Stage && a.By == e.By),
                    $"{place} twice by {e.By}."
                );
                break;
            case CaseEvent.TaskAssigned e:
                Assert.NotEmpty(e.People);
                Assert.True(
                    e.At < e.RemindAt && e.RemindAt < e.Due,
                    $"{place} with reminder {e.RemindAt} and deadline {e.Due}."
                );
                Assert.False(
                    history.OfType<CaseEvent.TaskAssigned>().Any(t => t.Task == e.Task),
                    $"{place} twice for {e.Task}."
                );
                break;
        }
    }

    private static bool IsHolding(CaseState state, string hash) =>
        state.FileOrNull is { Playbook.Holding.Usable: true, Holding: { } holding } && holding.Hash == hash;

    /// <summary>
    /// Every stage of the playbook has its quorum of distinct people, and the author is among them only when alone.
    /// </summary>
    private static bool IsApproved(CaseState state, CaseEvent.PublicationRequested e)
    {
        var file = state.FileOrNull!;
        var version = file.VersionOf(e.Version)!;
        var round = file.Rounds.LastOrDefault(r => r.Version == e.Version);
        return version.Hash == e.Hash
            && StatementHash.Of(version.Texts) == e.Hash
            && round is { Closed.Outcome: RoundOutcome.Approved }
            && round.Hash == e.Hash
            && round.Stages.Count == file.Playbook.Approval.Stages.Count
            && round.Stages.All(s =>
                s.Decisions.All(d => d.IsApproval)
                && s.Decisions.Select(d => d.By).Distinct().Count() >= s.Needed
                && (
                    s.Decisions.All(d => d.By != version.Author)
                    || (s.Needed == 1 && file.Playbook.Approval.AuthorMayApproveAlone)
                )
            );
    }
}
