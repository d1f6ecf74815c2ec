using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class A_whole_case
{
    [Fact]
    public void A_whole_case_goes_from_triage_to_closed()
    {
        Assert.Equal(CasePhase.Triage, Case.Given(Open()).Phase);
        Assert.Equal(CasePhase.Execution, Case.Given(StraightToExecution()).Phase);
        Assert.Equal(CasePhase.Effect, Case.Given(StraightToEffect()).Phase);
        Assert.Equal(CasePhase.Review, Case.Given(StraightToReview()).Phase);
        var closed = Case.Given(StraightToReview())
            .When(new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer within the hour."))
            .After;
        Assert.Equal(CaseEnding.Reviewed, Assert.IsType<CaseState.Closed>(closed).Ended.Ending);
        Assert.True(CaseDecider.IsTerminal(closed));
        Assert.Null(CaseDecider.NextDeadline(closed));
    }
}
