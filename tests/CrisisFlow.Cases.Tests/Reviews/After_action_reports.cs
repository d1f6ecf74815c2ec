using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Reviews;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Reviews;

public sealed class After_action_reports
{
    private static AfterActionReport Report { get; } =
        AfterActionReport.Of(
            After([.. StraightToReview(), new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer within the hour.")])
        )!;

    [Fact]
    public void After_action_reports_say_how_long_each_step_took() =>
        Assert.Equal(
            (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(56)),
            (Report.ToTriage, Report.ToDraft, Report.ToApproval, Report.ToPublication)
        );

    [Fact]
    public void After_action_reports_say_which_deadlines_were_kept_and_which_were_not_needed()
    {
        Assert.Equal((7, 0), (Report.DeadlinesKept, Report.DeadlinesMissed));
        Assert.Null(Report.Deadlines.Single(d => d.Task.Value == "fact-numbers-1").Kept);
    }

    [Fact]
    public void After_action_reports_say_who_was_late()
    {
        var report = AfterActionReport.Of(
            After(
                Open(),
                new CaseCommand.PassTime(At("10:00")),
                new CaseCommand.PassTime(At("11:00")),
                new CaseCommand.DecideTriage(At("11:30"), Leo, TriageVerdict.Confirmed)
            )
        )!;
        Assert.Equal(
            [("Cara", 1), ("Carl", 1), ("Lars", 1), ("Leo", 1), ("Lily", 1)],
            report.Late.Select(p => (p.Name, p.Missed))
        );
        Assert.Equal(1, report.DeadlinesMissed);
    }

    [Fact]
    public void After_action_reports_say_of_each_version_what_it_did()
    {
        var version = Report.Versions.Single();
        Assert.Equal((2, EffectVerdict.Worked), (version.Effects.Count, version.Verdict));
    }

    [Fact]
    public void After_action_reports_say_what_was_learned() =>
        Assert.Equal(["Answer within the hour."], Report.Learned);

    [Fact]
    public void A_case_that_never_was_has_no_after_action_report() =>
        Assert.Null(AfterActionReport.Of(CaseDecider.Initial));
}
