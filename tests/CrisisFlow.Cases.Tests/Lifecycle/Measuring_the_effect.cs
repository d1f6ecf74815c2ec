using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Measuring_the_effect
{
    private static readonly IReadOnlyList<CaseCommand> Asked = [.. StraightToReview().Take(12)];

    private static CaseCommand.RecordMeasurement Reading(int number, double index, long negative = 30) =>
        new(
            At("11:01"),
            number,
            SampleCase.Talked("08:56", 100, 80, 72),
            SampleCase.Talked("10:00", 60, negative, index)
        );

    [Fact]
    public void Measuring_the_effect_says_whether_it_worked_and_waits_for_the_next()
    {
        var measured = Case.Given(Asked).When(Reading(1, 50));
        Assert.Equal(EffectVerdict.Worked, Assert.IsType<CaseEvent.EffectMeasured>(measured.Events.Single()).Verdict);
        Assert.Equal(At("14:00"), CaseDecider.NextDeadline(measured.After));
    }

    [Fact]
    public void Measuring_the_effect_flares_up_when_it_is_worse_and_the_index_is_high() =>
        Case.Given(Asked)
            .When(Reading(1, 85, 80))
            .ThenInShort("EffectMeasured", "FlaredUp", "PhaseEntered", "TaskAssigned");

    [Fact]
    public void Measuring_the_effect_does_not_flare_up_while_it_sinks_from_high() =>
        Case.Given(Asked).When(Reading(1, 71, 40)).ThenInShort("EffectMeasured");

    [Fact]
    public void Measuring_the_effect_asks_for_the_review_once_it_is_calm() =>
        Assert.Equal(CasePhase.Review, Case.Given(StraightToReview()).Phase);

    [Fact]
    public void Measuring_the_effect_goes_on_while_it_is_not_calm_and_ends_all_the_same()
    {
        var now = Case.Given(Asked).And(Reading(1, 50));
        var measurements = 1;
        while (now.Phase == CasePhase.Effect && measurements < 20)
        {
            now = now.And(new CaseCommand.PassTime(CaseDecider.NextDeadline(now.After)!.Value))
                .And(Reading(++measurements, 50));
        }

        Assert.Equal((CasePhase.Review, 5), (now.Phase, measurements));
    }

    [Fact]
    public void A_measurement_that_failed_goes_on_with_the_next() =>
        Assert.Equal(
            At("14:00"),
            CaseDecider.NextDeadline(
                Case.Given(Asked).And(new CaseCommand.RecordMeasurementFailure(At("11:10"), 1, "No buckets.")).After
            )
        );

    [Fact]
    public void Measuring_the_effect_twice_changes_nothing() =>
        Case.Given(Asked).And(Reading(1, 50)).When(Reading(1, 20)).ThenNothing();

    [Fact]
    public void A_measurement_nobody_asked_for_is_refused() =>
        Case.Given(Asked)
            .When(Reading(4, 50))
            .ThenRefused(
                CaseRefusal.UnknownMeasurement,
                "Case 'case-1' requested 1 measurements and none with number 4."
            );
}
