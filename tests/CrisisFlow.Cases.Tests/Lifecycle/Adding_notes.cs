using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Adding_notes
{
    [Fact]
    public void Adding_notes_is_open_to_everybody_in_the_roster() =>
        Case.Given(Open())
            .When(new CaseCommand.AddNote(At("09:05"), Kim, "Ten calls."))
            .Then(new CaseEvent.NoteAdded(At("09:05"), Kim, "Ten calls."));

    [Fact]
    public void Adding_notes_twice_changes_nothing() =>
        Case.Given(Open(), new CaseCommand.AddNote(At("09:05"), Kim, "Ten calls."))
            .When(new CaseCommand.AddNote(At("09:06"), Kim, "Ten calls."))
            .ThenNothing();

    [Fact]
    public void Notes_of_mails_that_failed_are_made_once()
    {
        var failed = new CaseCommand.RecordMailFailure(
            At("09:05"),
            new ActionId("mail-000003-cara"),
            Cara,
            "550 no such user"
        );
        Case.Given(Open())
            .When(failed)
            .Then(new CaseEvent.MailFailed(At("09:05"), failed.Mail, Cara, "550 no such user"));
        Case.Given(Open(), failed).When(failed).ThenNothing();
    }
}
