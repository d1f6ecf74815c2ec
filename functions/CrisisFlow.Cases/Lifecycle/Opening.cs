using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Opening
{
    public static CaseDecision Decide(CaseCommand.OpenCase command, CaseState state)
    {
        if (command.Roster.All(p => p.Disabled))
            return CaseDecision.Refuse(
                CaseRefusal.NobodyToAsk,
                $"Case '{command.Case}' has {command.Roster.Count} people in its roster and none is enabled."
            );
        var turn = new Turn(state, command.At);
        turn.Add(
            new CaseEvent.Opened(
                turn.At,
                command.Case,
                command.Subject,
                command.Playbook,
                command.Roster,
                command.IsDrill
            )
        );
        Triaging.Enter(turn);
        return turn.Decision();
    }

    /// <summary>The same warning opens its case again and again; that is no news.</summary>
    public static CaseDecision DecideAgain(CaseCommand.OpenCase command, CaseFile file) =>
        command.Case == file.Id && command.Subject.StoryId == file.Subject.StoryId
            ? CaseDecision.Nothing
            : CaseDecision.Refuse(
                CaseRefusal.OtherCase,
                $"Case '{file.Id}' is about story '{file.Subject.StoryId}', not about '{command.Subject.StoryId}'."
            );
}
