using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Rejecting_a_version
{
    private static readonly IReadOnlyList<CaseCommand> Legal = [.. StraightToExecution().Take(5)];

    private static CaseCommand.Reject By(PersonId by, string comment = "Say since when.") =>
        new(At("09:45"), by, 1, Hash, comment);

    [Fact]
    public void Rejecting_a_version_returns_the_draft_to_its_author_alone() =>
        Case.Given(Legal)
            .When(By(Lars))
            .Then(
                new CaseEvent.Rejected(At("09:45"), Lars, 1, 1, Hash, "Say since when."),
                new CaseEvent.TaskEnded(At("09:45"), new TaskId("approve-1-leadership"), TaskEnd.Done, Lars),
                new CaseEvent.RoundClosed(At("09:45"), 1, RoundOutcome.Rejected),
                new CaseEvent.PhaseEntered(At("09:45"), CasePhase.Draft),
                new CaseEvent.TaskAssigned(
                    At("09:45"),
                    new TaskId("draft-2"),
                    TaskKind.Draft,
                    "draft",
                    SamplePlaybook.Both("draft"),
                    SamplePlaybook.Both("Do it."),
                    [Carl],
                    true,
                    At("10:45"),
                    At("11:45")
                )
            );

    [Fact]
    public void Rejecting_a_version_tells_the_author_in_one_mail()
    {
        var rejected = Case.Given(Legal).When(By(Lars));
        var mails = CaseDecider.Actions(rejected.After, rejected.Events[^1], 30).OfType<CaseAction.SendMail>();
        Assert.Equal([(MailKind.Rejected, Carl)], mails.Select(m => (m.Kind, m.To)));
    }

    [Fact]
    public void Rejecting_a_version_leads_to_round_two_with_the_next_draft()
    {
        var again = Case.Given(Legal)
            .And(By(Lars))
            .And(new CaseCommand.DraftStatement(At("10:00"), Carl, TextsSaying("Since May.")));
        Assert.Equal((2, 2), (again.File.Rounds[1].Number, again.File.Rounds[1].Version));
    }

    [Fact]
    public void Rejecting_a_version_needs_a_comment() =>
        Case.Given(Legal)
            .When(By(Lars, "  "))
            .ThenRefused(
                CaseRefusal.CommentMissing,
                "The comment of a rejection is empty; it has 1 to 4000 characters."
            );

    [Fact]
    public void Rejecting_a_version_after_approving_is_refused() =>
        Case.Given(Legal)
            .And(new CaseCommand.Approve(At("09:44"), Lars, 1, Hash))
            .When(By(Lars))
            .ThenRefused(CaseRefusal.AlreadyDecided, "Person 'lars' has approved version 1 in round 1 before.");

    [Fact]
    public void Rejecting_a_version_twice_changes_nothing() =>
        Case.Given(Legal).And(By(Lars)).When(By(Lars)).ThenNothing();
}
