using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Notes
{
    public static CaseDecision Decide(CaseCommand.AddNote command, CaseState.Open open)
    {
        var file = open.File;
        var refused = Permission.Known(file, command.By) ?? Permission.Text("note", command.Text, CaseLimits.Comment);
        if (refused is not null)
            return refused;
        if (file.Notes.Any(n => n.By == command.By && n.Text == command.Text))
            return CaseDecision.Nothing;
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.NoteAdded(turn.At, command.By, command.Text));
        return turn.Decision();
    }

    /// <summary>Recorded also after the end: what did not arrive is worth knowing.</summary>
    public static CaseDecision Decide(CaseCommand.RecordMailFailure command, CaseState state)
    {
        var turn = new Turn(state, command.At);
        if (turn.File.FailedMails.Contains(command.Mail))
            return CaseDecision.Nothing;
        turn.Add(new CaseEvent.MailFailed(turn.At, command.Mail, command.To, command.Reason));
        return turn.Decision();
    }
}
