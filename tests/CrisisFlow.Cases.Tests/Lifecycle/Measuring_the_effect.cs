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
            SampleCase.Talked("10:00", Math.Max(60, negative), negative, index)
        )
        {
            Course = new EffectCourse(600, 600, 10, null),
        };

    private static CaseCommand.DecideSetback Says(bool back, PersonId? by = null) =>
        new(At("11:10"), by ?? SamplePeople.Cara, back, "The figures lag.");

    private static IEnumerable<string> Names(Case measured) => measured.Events.Select(e => e.GetType().Name);

    private static Case Asking(double index = 85) => Case.Given(Asked).And(Reading(1, index, 160));

    [Fact]
    public void Measuring_the_effect_says_whether_it_worked_and_waits_for_the_next()
    {
        var measured = Case.Given(Asked).When(Reading(1, 50));
        Assert.Equal(EffectVerdict.Worked, Assert.IsType<CaseEvent.EffectMeasured>(measured.Events.Single()).Verdict);
        Assert.Equal(At("14:00"), CaseDecider.NextDeadline(measured.After));
    }

    [Fact]
    public void A_setback_is_asked_about_and_never_takes_the_case_back_by_itself()
    {
        Case.Given(Asked).When(Reading(1, 85, 160)).ThenInShort("EffectMeasured", "TaskAssigned");
        Assert.Equal(CasePhase.Effect, Asking().Phase);
        // A second measurement that says the same asks nobody twice.
        var again = Asking().And(new CaseCommand.PassTime(At("14:00")));
        Assert.DoesNotContain("TaskAssigned", Names(again.When(Reading(2, 85, 160))));
    }

    [Fact]
    public void Whoever_is_asked_may_send_the_case_back()
    {
        Asking()
            .When(Says(back: true))
            .ThenInShort("SetbackDecided", "TaskEnded", "FlaredUp", "PhaseEntered", "TaskAssigned");
        Assert.Equal(CasePhase.Draft, Asking().And(Says(back: true)).Phase);
        Asking().And(Says(back: true)).When(Says(back: true)).ThenNothing();
    }

    [Fact]
    public void Whoever_is_asked_may_keep_watching()
    {
        Asking().When(Says(back: false)).ThenInShort("SetbackDecided", "TaskEnded");
        var kept = Asking().And(Says(back: false));
        Assert.Equal((CasePhase.Effect, At("14:00")), (kept.Phase, CaseDecider.NextDeadline(kept.After)));
    }

    [Fact]
    public void A_setback_below_the_flare_index_lapses_and_the_case_keeps_watching()
    {
        var task = Assert.Single(Asking(68).File.OpenTasks);
        Assert.Equal((TaskKind.Setback, false), (task.Kind, task.Required));
        var late = Asking(68).And(new CaseCommand.PassTime(task.Due));
        Assert.Equal((CasePhase.Effect, 0), (late.Phase, late.File.OpenTasks.Count()));
        Assert.True(Assert.Single(Asking(85).File.OpenTasks).Required);
    }

    [Fact]
    public void A_later_measurement_that_is_better_drops_the_question()
    {
        var asking = Asking().And(new CaseCommand.PassTime(At("14:00")));
        Assert.Contains("TaskEnded", Names(asking.When(Reading(2, 60, 20))));
    }

    [Fact]
    public void What_could_not_be_read_is_not_calm()
    {
        var reading = Reading(1, 10, 0);
        var unread = reading with { After = reading.After with { Unread = true } };
        var measured = Case.Given(StraightToReview().Take(12)).When(unread);
        Assert.Equal(
            EffectVerdict.CannotTell,
            Assert.IsType<CaseEvent.EffectMeasured>(measured.Events.Single()).Verdict
        );
    }

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
