using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Releasing_the_holding_statement
{
    private static readonly Playbook With = SamplePlaybook.Standard with { Holding = SamplePlaybook.Holding };

    private static CaseCommand.ReleaseHolding By(PersonId by) => new(At("09:57"), by);

    [Fact]
    public void Releasing_the_holding_statement_publishes_it_word_for_word_and_says_who_approved_it() =>
        Case.Given(Open(With))
            .When(By(Leo))
            .Then(
                new CaseEvent.HoldingReleased(
                    At("09:57"),
                    Leo,
                    "Lea",
                    new DateOnly(2026, 1, 15),
                    StatementHash.Of(SamplePlaybook.Holding.Texts)
                ),
                new CaseEvent.PublicationRequested(
                    At("09:57"),
                    new PublicationId("holding-statement-page-zh"),
                    0,
                    StatementHash.Of(SamplePlaybook.Holding.Texts),
                    Channel.StatementPage,
                    Language.Zh
                )
            );

    [Fact]
    public void Releasing_the_holding_statement_twice_changes_nothing() =>
        Case.Given(Open(With), By(Leo)).When(By(Cara)).ThenNothing();

    [Fact]
    public void Releasing_the_holding_statement_that_is_switched_off_is_refused() =>
        Case.Given(Open())
            .When(By(Leo))
            .ThenRefused(
                CaseRefusal.HoldingUnavailable,
                "The holding statement of playbook 'sample' is switched off, not approved, empty or holds a "
                    + "placeholder."
            );

    [Fact]
    public void Releasing_the_holding_statement_takes_a_director() =>
        Case.Given(Open(With))
            .When(By(Kim))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'kim' may not release the holding statement: that takes one of the roles communications, "
                    + "leadership, administrator."
            );

    [Fact]
    public void Releasing_the_holding_statement_once_a_statement_is_approved_is_too_late() =>
        Case.Given(StraightToExecution(With))
            .When(By(Leo))
            .ThenRefused(
                CaseRefusal.OtherPhase,
                "Case 'case-1' is in phase Execution; there one cannot release the holding statement."
            );
}
