using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Settings;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests.Learning;

public sealed class LessonsOfCases
{
    [Fact(Timeout = 120_000)]
    public async Task Cases_that_were_nothing_speak_for_a_higher_threshold_and_its_line_is_told()
    {
        var (desk, reader) = await OpenAsync();
        for (var i = 0; i < ThresholdProposals.LeastExamples; i++)
            await NothingAsync(desk, $"nothing-{i}", 46 + i / 10.0);

        var lessons = await reader.ReadAsync();

        Assert.Equal((5, 5), (lessons.Cases.Count, lessons.Judged));
        var proposal = Assert.Single(lessons.Proposals);
        Assert.Equal(
            ("EnterOrange", 45.0, 55.0, "enterOrange: 55"),
            (proposal.Proposal.Setting, proposal.Proposal.From, proposal.Proposal.To, proposal.Line)
        );
        Assert.Empty(proposal.Conflicts);
    }

    [Fact(Timeout = 120_000)]
    public async Task Drills_are_listed_and_prove_nothing()
    {
        var (desk, reader) = await OpenAsync();
        for (var i = 0; i < ThresholdProposals.LeastExamples; i++)
            await NothingAsync(desk, $"drill-{i}", 46, isDrill: true);
        var lessons = await reader.ReadAsync();
        Assert.Equal((5, 0, 0), (lessons.Cases.Count, lessons.Judged, lessons.Proposals.Count));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_shows_the_figures_of_its_report()
    {
        var (desk, reader) = await OpenAsync(await SiteDesk.OpenAsync());
        await Walk.ToEndAsync(desk);
        var learned = Assert.Single((await reader.ReadAsync()).Cases);
        Assert.Equal(AfterActionReport.Of((await desk.CaseAsync()).State)!.ToPublication, learned.Report.ToPublication);
        Assert.NotNull(learned.Report.ToPublication);
    }

    private static async Task<(SiteDesk Desk, LessonReader Reader)> OpenAsync(SiteDesk? desk = null)
    {
        desk ??= new SiteDesk();
        await desk.Store.CreateTablesAsync(WarningTables.All);
        var settings = SampleCase.Settings();
        settings.Warnings.EnterOrange = 45;
        return (
            desk,
            new LessonReader(desk.Journal, new WarningJournal(desk.Store), new TopicSet(settings.Topics), settings)
        );
    }

    private static async Task NothingAsync(SiteDesk desk, string id, double index, bool isDrill = false)
    {
        var (one, at) = (new CaseId(id), SampleCase.Start);
        var subject = SampleCase.Subject() with { Index = index };
        await desk.Signals.RaiseAsync(
            one,
            "open",
            new CaseCommand.OpenCase(at, one, subject, SampleCase.Playbook(), SampleCase.Roster, isDrill),
            null
        );
        await desk.Signals.RaiseAsync(
            one,
            "triage",
            new CaseCommand.DecideTriage(at.AddMinutes(9), SampleCase.Lin.Id, TriageVerdict.Nothing),
            SampleCase.Lin.Id
        );
        await new CaseStep(desk.Store).AdvanceAsync(one, at.AddMinutes(9));
    }
}
