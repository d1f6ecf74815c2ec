using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Drafting_a_statement
{
    private static readonly IReadOnlyList<CaseCommand> Draft = [.. StraightToExecution().Take(3)];

    private static CaseCommand.DraftStatement By(PersonId by, string body = "We recall the cooker.") =>
        new(At("09:30"), by, TextsSaying(body));

    [Fact]
    public void Drafting_a_statement_opens_a_round_and_its_first_stage() =>
        Case.Given(Draft)
            .When(By(Carl))
            .Then(
                new CaseEvent.StatementDrafted(At("09:30"), Carl, 1, Hash, Texts),
                new CaseEvent.TaskEnded(At("09:30"), new TaskId("draft-1"), TaskEnd.Done, Carl),
                new CaseEvent.PhaseEntered(At("09:30"), CasePhase.Approval),
                new CaseEvent.RoundOpened(At("09:30"), 1, 1, Hash),
                new CaseEvent.StageOpened(At("09:30"), 1, 0, new TaskId("approve-1-legal"), [Lena], 1),
                new CaseEvent.TaskAssigned(
                    At("09:30"),
                    new TaskId("approve-1-legal"),
                    TaskKind.Approval,
                    "legal",
                    SamplePlaybook.Both("Legal"),
                    LocalText.Empty,
                    [Lena],
                    true,
                    At("10:30"),
                    At("11:30")
                )
            );

    [Fact]
    public void Drafting_a_statement_while_a_round_runs_replaces_the_version()
    {
        var again = Case.Given(Draft).And(By(Carl)).And(By(Carl, "We recall every cooker."));
        Assert.Equal(
            (RoundOutcome.Replaced, 2, 2),
            (again.File.Rounds[0].Closed!.Outcome, again.File.Rounds[1].Version, again.File.Versions.Count)
        );
        Assert.False(again.File.TaskOf(new TaskId("approve-1-legal"))!.IsOpen);
    }

    [Fact]
    public void Drafting_a_statement_with_the_same_words_changes_nothing() =>
        Case.Given(Draft).And(By(Carl)).When(By(Carl)).ThenNothing();

    [Fact]
    public void Drafting_a_statement_is_not_possible_before_the_facts_are_known() =>
        Case.Given(Draft.Take(2))
            .When(By(Carl))
            .ThenRefused(
                CaseRefusal.OtherPhase,
                "Case 'case-1' is in phase Facts; there one cannot draft a statement."
            );

    [Fact]
    public void A_drafted_statement_holds_no_placeholder() =>
        Case.Given(Draft)
            .When(By(Carl, "Dear {{customers}}, sorry."))
            .ThenRefused(
                CaseRefusal.PlaceholderLeft,
                "The text for statement-page in Zh still has the placeholder {{customers}}."
            );

    [Fact]
    public void A_drafted_statement_is_for_the_channels_of_the_playbook() =>
        Case.Given(Draft)
            .When(new CaseCommand.DraftStatement(At("09:30"), Carl, [new StatementText("fax", Language.En, "T", "B")]))
            .ThenRefused(
                CaseRefusal.WrongChannel,
                "Playbook 'sample' does not publish on channel 'fax'; it publishes on statement-page, webhook."
            );

    [Fact]
    public void A_drafted_statement_has_one_text_per_channel_and_language() =>
        Case.Given(Draft)
            .When(new CaseCommand.DraftStatement(At("09:30"), Carl, [.. Texts, Texts[0]]))
            .ThenRefused(
                CaseRefusal.WrongChannel,
                "The statement has two texts for statement-page in Zh; it has at most one."
            );

    [Fact]
    public void A_drafted_statement_has_a_text() =>
        Case.Given(Draft)
            .When(new CaseCommand.DraftStatement(At("09:30"), Carl, []))
            .ThenRefused(CaseRefusal.TextMissing, "The statement has no text for any channel; it has at least one.");

    [Fact]
    public void Drafting_a_statement_gives_the_same_hash_in_whatever_order_the_texts_come() =>
        Assert.Equal(Hash, StatementHash.Of(Texts.Reverse()));

    [Fact]
    public void Drafting_a_statement_gives_another_hash_for_another_word() =>
        Assert.NotEqual(Hash, StatementHash.Of(TextsSaying("We recall the cookers.")));
}
