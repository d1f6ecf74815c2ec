using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Response.Tests.Engine;

public sealed class A_case_that_runs
{
    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_mails_publishes_measures_and_closes()
    {
        var app = await CaseApp.StartAsync();
        foreach (var command in StraightToExecution())
            await app.TellAsync(command);
        Assert.Equal(
            ["v1-statement-page-zh", "v1-statement-page-en", "v1-webhook-en"],
            app.World.Publications.Select(p => p.Id.Value)
        );
        await app.TellAsync(new CaseCommand.CompleteTask(At("10:00"), Kim, new TaskId("do-brief-1")));
        await app.PassAsync(TimeSpan.FromHours(5));
        Assert.Equal(CasePhase.Review, Assert.IsType<CaseState.Open>((await app.ReadAsync()).State).Phase.Name);
        await app.TellAsync(new CaseCommand.WriteReview(At("16:00"), Cara, "Answer within the hour."));
        Assert.IsType<CaseState.Closed>((await app.ReadAsync()).State);
        var mails = await app.SentAsync();
        Assert.Contains(mails, m => m is { Kind: MailKind.TriageAsked, To.Value: "cara" });
        Assert.Contains(mails, m => m is { Kind: MailKind.ApprovalAsked, To.Value: "lena", Round: 1 });
        Assert.Contains(mails, m => m is { Kind: MailKind.EffectReport, To.Value: "carl" });
        Assert.Empty(await app.Sweep.RunAsync(At("99.00:00")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_writes_one_mail_to_a_person_about_everything_that_came_at_one_moment()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(
            Open(
                SamplePlaybook.Standard with
                {
                    Facts =
                    [
                        SamplePlaybook.Plan("cause", Role.Operations, TimeSpan.FromHours(2)),
                        SamplePlaybook.Plan("numbers", Role.Operations, TimeSpan.FromHours(2)),
                    ],
                }
            )
        );
        await app.TellAsync(new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Confirmed));
        var asked = Assert.Single(await app.SentAsync(), m => m.To == Olga);
        Assert.Equal(["fact-cause-1", "fact-numbers-1"], asked.Matters.Select(m => m.Task!.Value.Value));

        // Two signals and the deadlines they bring are one step; the reminder leaves out what was answered before it
        // went.
        await app.Signals.RaiseAsync(
            Id,
            "flare",
            new CaseCommand.Regrade(At("09:15"), null, Level.Red, "GraveEvent: it burns"),
            null
        );
        await app.Signals.RaiseAsync(Id, "note", new CaseCommand.AddNote(At("09:15"), Cara, "Seen."), Cara);
        app.Clock.SetUtcNow(At("10:05"));
        await app.Runner.SweepAsync();
        var graded = Assert.Single(await app.SentAsync(), m => m.To == Olga && m.Id != asked.Id);
        Assert.Equal([MailKind.Regraded, MailKind.Reminder, MailKind.Reminder], graded.Matters.Select(m => m.Kind));
        Assert.Equal(app.World.Mails.Count, app.World.Mails.Select(m => m.Id).Distinct().Count());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_is_listed_newest_first_with_where_it_stands()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(Open());
        var listing = await app.Journal.ListAsync(10).SingleAsync();
        Assert.Equal(
            (Id, "Acme cooker catches fire", CasePhase.Triage, At("09:30")),
            (listing.Id, listing.Story, listing.Phase, listing.NextDeadline)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_reminds_and_escalates_to_the_end_when_nobody_answers()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(Open());
        await app.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(
            CaseEnding.NobodyAnswered,
            Assert.IsType<CaseState.Closed>((await app.ReadAsync()).State).Ended.Ending
        );
        Assert.Equal(
            [MailKind.TriageAsked, MailKind.Reminder, MailKind.Escalation, MailKind.NobodyAnswers, MailKind.Stopped],
            (await app.SentAsync()).Select(m => m.Kind).Distinct()
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_says_of_a_second_click_what_became_of_the_first()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(Open());
        var triage = new CaseCommand.DecideTriage(At("09:10"), Cara, TriageVerdict.Confirmed);
        Assert.IsType<SignalResult.Raised>(await app.Signals.RaiseAsync(Id, "triage-cara", triage, Cara));
        var untaken = Assert.IsType<SignalResult.AlreadyThere>(
            await app.Signals.RaiseAsync(Id, "triage-cara", triage, Cara)
        );
        Assert.Null(untaken.Taken);
        await app.Runner.SweepAsync();
        var taken = Assert.IsType<SignalResult.AlreadyThere>(
            await app.Signals.RaiseAsync(Id, "triage-cara", triage with { Verdict = TriageVerdict.Nothing }, Cara)
        );
        Assert.Equal((triage, Start, (CaseRefusal?)null), (taken.Signal.Command, taken.Taken!.At, taken.Taken.Refused));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_keeps_the_reason_of_a_refusal_beside_the_signal()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(Open());
        await app.TellAsync(new CaseCommand.DecideTriage(At("09:10"), Kim, TriageVerdict.Nothing), "kim");
        var taken = (await app.Signals.FindAsync(Id, "kim"))!.Taken!;
        Assert.Equal(
            (
                CaseRefusal.NotAsked,
                "Person 'kim' was not assigned task 'triage-1' of case 'case-1' and is no director."
            ),
            (taken.Refused, taken.Details)
        );
        Assert.Empty(await app.Sweep.RunAsync(At("09:10")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_tries_again_when_the_outlet_said_and_not_before()
    {
        var app = await CaseApp.StartAsync();
        foreach (var command in StraightToExecution().Take(6))
            await app.TellAsync(command);
        for (var i = 0; i < 1000; i++)
            app.World.Answers.Enqueue(new Delivery.FailedForNow("503 busy", TimeSpan.FromMinutes(3)));
        await app.TellAsync(StraightToExecution()[6]);
        Assert.Empty(app.World.Publications);
        app.World.Answers.Clear();
        await app.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(app.World.Publications);
        await app.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, app.World.Publications.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_gives_up_after_ten_tries_and_asks_a_person()
    {
        var app = await CaseApp.StartAsync();
        foreach (var command in StraightToExecution().Take(6))
            await app.TellAsync(command);
        for (var i = 0; i < 10_000; i++)
            app.World.Answers.Enqueue(new Delivery.FailedForNow("503 busy"));
        await app.TellAsync(StraightToExecution()[6]);
        await app.PassAsync(TimeSpan.FromHours(8));
        var record = await app.ReadAsync();
        var failed = Assert.IsType<PublicationState.Failed>(record.File.Publications[0].State);
        Assert.Equal("Tried 10 times; the last answer was: 503 busy", failed.Reason);
        Assert.Equal(
            record.File.Publications.Select(p => p.Id),
            record
                .Events.Select(e => e.Event)
                .OfType<CaseEvent.PublicationFailed>()
                .Select(failed => failed.Publication)
        );
        Assert.NotNull(record.File.TaskOf(new TaskId("publish-v1-webhook-en")));
        Assert.Contains(record.Events, e => e.Event is CaseEvent.MailFailed);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_publishes_nothing_more_once_it_is_stopped()
    {
        var app = await CaseApp.StartAsync();
        foreach (var command in StraightToExecution().Take(6))
            await app.TellAsync(command);
        await app.Signals.RaiseAsync(Id, "last-approval", StraightToExecution()[6], Lily);
        await app.Signals.RaiseAsync(
            Id,
            "stop",
            new CaseCommand.Stop(At("09:56"), Leo, "The authority takes over."),
            Leo
        );
        await app.Runner.SweepAsync();
        Assert.Empty(app.World.Publications);
        Assert.All((await app.ReadAsync()).File.Publications, p => Assert.IsType<PublicationState.Waiting>(p.State));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_that_runs_refuses_signals_for_a_case_that_is_not_there()
    {
        var app = await CaseApp.StartAsync();
        await app.TellAsync(new CaseCommand.AddNote(At("09:00"), Cara, "Hello?"), "note");
        Assert.Equal(CaseRefusal.NoSuchCase, (await app.Signals.FindAsync(Id, "note"))!.Taken!.Refused);
        Assert.Null(await app.Journal.ReadAsync(Id));
        Assert.Empty(await app.Sweep.RunAsync(At("9.09:00")));
    }
}
