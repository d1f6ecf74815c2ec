using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Regrading_a_case
{
    [Fact]
    public void Regrading_a_case_to_a_graver_level_shortens_what_is_running() =>
        Case.Given(Open())
            .When(new CaseCommand.Regrade(At("09:10"), null, Level.Red, "Television."))
            .Then(
                new CaseEvent.Regraded(At("09:10"), null, Level.Orange, Level.Red, "Television."),
                new CaseEvent.TaskRescheduled(At("09:10"), new TaskId("triage-1"), At("09:20"), At("09:30"))
            );

    [Fact]
    public void Regrading_a_case_leaves_nobody_less_than_five_minutes() =>
        Assert.Equal(
            At("09:50"),
            Case.Given(Open(), new CaseCommand.Regrade(At("09:45"), null, Level.Red, "")).File.Tasks[0].Due
        );

    [Fact]
    public void Regrading_a_case_to_a_lesser_level_leaves_deadlines_alone() =>
        Case.Given(Open())
            .When(new CaseCommand.Regrade(At("09:10"), Leo, Level.Yellow, "Local."))
            .ThenInShort("Regraded");

    [Fact]
    public void Regrading_a_case_to_the_same_level_changes_nothing() =>
        Case.Given(Open()).When(new CaseCommand.Regrade(At("09:10"), null, Level.Orange, "")).ThenNothing();
}
