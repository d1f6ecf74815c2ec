using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Ending_a_case
{
    [Fact]
    public void Ending_a_case_by_its_review_closes_it() =>
        Case.Given(StraightToReview())
            .When(new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer sooner."))
            .ThenInShort("ReviewWritten", "TaskEnded", "Closed");

    [Fact]
    public void Ending_a_case_before_its_review_is_not_closing() =>
        Case.Given(StraightToReview())
            .When(new CaseCommand.Close(At("1.10:00"), Cara, "Quiet."))
            .ThenRefused(CaseRefusal.TasksOpen, "Case 'case-1' is closed by its review, which is not written yet.");

    [Fact]
    public void Ending_a_case_from_effect_goes_to_the_review_first() =>
        Case.Given(StraightToEffect())
            .When(new CaseCommand.Close(At("10:10"), Cara, "Quiet."))
            .ThenInShort("NoteAdded", "PhaseEntered", "TaskAssigned");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(11)]
    public void Ending_a_case_by_stopping_is_possible_at_any_time_and_leaves_nothing_open(int commands)
    {
        var stopped = Case.Given(StraightToEffect().Take(commands))
            .And(new CaseCommand.Stop(At("12:00"), Leo, "The authority takes over."));
        Assert.Equal(
            (CaseEnding.Stopped, "The authority takes over."),
            (
                Assert.IsType<CaseState.Closed>(stopped.After).Ended.Ending,
                ((CaseState.Closed)stopped.After).Ended.Reason
            )
        );
        Assert.Empty(stopped.File.OpenTasks);
        Assert.All(stopped.File.Rounds, r => Assert.False(r.IsOpen));
    }

    [Fact]
    public void Ending_a_case_by_stopping_needs_a_reason() =>
        Case.Given(Open())
            .When(new CaseCommand.Stop(At("12:00"), Leo, ""))
            .ThenRefused(CaseRefusal.CommentMissing, "The reason of a stop is empty; it has 1 to 4000 characters.");

    [Fact]
    public void Ending_a_case_by_stopping_takes_a_director() =>
        Case.Given(Open())
            .When(new CaseCommand.Stop(At("12:00"), Olga, "No."))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'olga' may not stop a case: that takes one of the roles communications, leadership, "
                    + "administrator."
            );

    [Fact]
    public void Ending_a_case_ends_it_for_everything_that_comes_later() =>
        Case.Given(Open(), new CaseCommand.Stop(At("12:00"), Leo, "Enough."))
            .When(new CaseCommand.AddNote(At("12:01"), Cara, "But."))
            .ThenRefused(CaseRefusal.CaseEnded, "Case 'case-1' ended at 2026-03-02 12:00 UTC: Stopped.");
}
