using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Publishing_a_version
{
    private static CaseCommand.RecordPublication Done(string id) => new(At("09:56"), new PublicationId(id), "ok");

    private static CaseCommand.RecordPublicationFailure Failed(string id) =>
        new(At("09:57"), new PublicationId(id), "410 Gone");

    [Fact]
    public void Publishing_a_version_keeps_the_receipt() =>
        Case.Given(StraightToExecution())
            .When(Done("v1-webhook-en"))
            .Then(new CaseEvent.Published(At("09:56"), new PublicationId("v1-webhook-en"), "ok"));

    [Fact]
    public void Publishing_a_version_twice_changes_nothing() =>
        Case.Given(StraightToExecution()).And(Done("v1-webhook-en")).When(Done("v1-webhook-en")).ThenNothing();

    [Fact]
    public void A_publication_that_fails_for_good_asks_a_person()
    {
        var failed = Case.Given(StraightToExecution()).When(Failed("v1-webhook-en"));
        failed.ThenInShort("PublicationFailed", "TaskAssigned");
        Assert.Equal(
            [MailKind.PublicationFailed],
            CaseDecider
                .Actions(failed.After, failed.Events[1], 9)
                .OfType<CaseAction.SendMail>()
                .Select(m => m.Kind)
                .Distinct()
        );
    }

    [Fact]
    public void Publishing_a_version_by_hand_lets_the_case_go_on()
    {
        var byHand = Case.Given(StraightToExecution())
            .And(Done("v1-statement-page-zh"), Done("v1-statement-page-en"), Failed("v1-webhook-en"))
            .And(new CaseCommand.CompleteTask(At("10:00"), Kim, new TaskId("do-brief-1")));
        Assert.Equal(CasePhase.Execution, byHand.Phase);
        Assert.Equal(
            CasePhase.Effect,
            byHand.And(new CaseCommand.CompleteTask(At("10:10"), Cara, new TaskId("publish-v1-webhook-en"))).Phase
        );
    }

    [Fact]
    public void A_publication_nobody_asked_for_is_refused() =>
        Case.Given(StraightToExecution())
            .When(Done("v2-webhook-en"))
            .ThenRefused(CaseRefusal.UnknownPublication, "Case 'case-1' requested no publication 'v2-webhook-en'.");

    [Fact]
    public void Publishing_a_version_is_recorded_even_when_the_case_was_stopped_meanwhile() =>
        Case.Given(StraightToExecution())
            .And(new CaseCommand.Stop(At("09:56"), Leo, "Stop."))
            .When(Done("v1-webhook-en"))
            .ThenInShort("Published");

    [Fact]
    public void Publishing_a_version_is_not_wanted_any_more_once_the_case_was_stopped()
    {
        var action = new CaseAction.Publish(
            new ActionId("publish-v1-webhook-en"),
            new PublicationId("v1-webhook-en"),
            1,
            "webhook",
            Language.En
        );
        Assert.True(CaseDecider.StillWanted(Case.Given(StraightToExecution()).After, action));
        Assert.False(
            CaseDecider.StillWanted(
                Case.Given(StraightToExecution()).And(new CaseCommand.Stop(At("09:56"), Leo, "Stop.")).After,
                action
            )
        );
    }
}
