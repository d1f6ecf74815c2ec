using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Passing_time
{
    private static CaseCommand.PassTime To(string time) => new(At(time));

    [Fact]
    public void Passing_time_before_a_deadline_changes_nothing() => Case.Given(Open()).When(To("09:29")).ThenNothing();

    [Fact]
    public void Passing_time_to_half_of_a_deadline_reminds() =>
        Case.Given(Open())
            .When(To("09:30"))
            .Then(new CaseEvent.TaskReminded(At("09:30"), new TaskId("triage-1"), [Cara, Carl]));

    [Fact]
    public void Passing_time_to_the_deadline_asks_the_next_in_the_chain_and_says_who_was_silent() =>
        Case.Given(Open(), To("09:30"))
            .When(To("10:00"))
            .Then(
                new CaseEvent.TaskEscalated(
                    At("10:00"),
                    new TaskId("triage-1"),
                    1,
                    [Leo, Lily, Lars],
                    [Cara, Carl],
                    At("11:00")
                )
            );

    [Fact]
    public void Passing_time_to_a_deadline_asks_the_deputies_first()
    {
        var roster = Roster.Select(p => p.Id == Cara ? p with { Deputy = Kim } : p).ToList();
        var asked = Assert.IsType<CaseEvent.TaskEscalated>(
            Case.Given(Open(roster: roster), To("09:30")).When(To("10:00")).Events.Single()
        );
        Assert.Equal([Kim, Leo, Lily, Lars], asked.To);
    }

    [Fact]
    public void Passing_time_past_reminder_and_deadline_at_once_escalates_without_a_late_reminder() =>
        Case.Given(Open()).When(To("18:00")).ThenInShort("TaskEscalated");

    [Fact]
    public void Passing_time_through_the_chain_repeats_and_then_waits_and_then_gives_up()
    {
        var times = new List<string>();
        var now = Case.Given(Open());
        while (CaseDecider.NextDeadline(now.After) is { } next)
        {
            var passed = now.When(new CaseCommand.PassTime(next));
            times.Add($"{next:dd HH:mm} {string.Join('+', passed.Events.Select(e => e.GetType().Name))}");
            now = now.And(new CaseCommand.PassTime(next));
        }

        Assert.Equal(
            [
                "02 09:30 TaskReminded",
                "02 10:00 TaskEscalated",
                "02 11:00 TaskEscalated",
                "02 12:00 TaskEscalated",
                "02 15:00 EscalationExhausted",
                "04 15:00 TaskEnded+Stopped",
            ],
            times
        );
        Assert.Equal(CaseEnding.NobodyAnswered, Assert.IsType<CaseState.Closed>(now.After).Ended.Ending);
    }

    [Fact]
    public void Passing_time_to_the_end_of_the_chain_releases_the_holding_statement_when_the_playbook_says_so()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Holding = SamplePlaybook.Holding,
            Escalation = SamplePlaybook.Standard.Escalation with { WhenNobodyAnswers = NobodyAnswers.PublishHolding },
        };
        Case.Given(Open(playbook), To("10:00"), To("11:00"))
            .When(To("12:00"))
            .ThenInShort("HoldingReleased", "PublicationRequested", "TaskEscalated");
    }

    [Fact]
    public void Passing_time_to_the_end_of_the_chain_publishes_nothing_that_was_not_approved_beforehand()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Holding = SamplePlaybook.Holding with { ApprovedBy = null },
            Escalation = SamplePlaybook.Standard.Escalation with
            {
                WhenNobodyAnswers = NobodyAnswers.PublishHolding,
                Repeat = 0,
            },
        };
        var end = Case.Given(Open(playbook), To("10:00"), To("11:00")).When(To("12:00"));
        Assert.Equal(
            ExhaustedOutcome.HoldingUnavailable,
            Assert.IsType<CaseEvent.EscalationExhausted>(end.Events.Single()).Outcome
        );
    }

    [Fact]
    public void Passing_time_to_the_end_of_the_chain_stops_the_case_when_the_playbook_says_so()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Escalation = SamplePlaybook.Standard.Escalation with { WhenNobodyAnswers = NobodyAnswers.Stop },
        };
        Case.Given(Open(playbook), To("10:00"), To("11:00"))
            .When(To("12:00"))
            .ThenInShort("EscalationExhausted", "TaskEnded", "Stopped");
    }

    [Fact]
    public void Passing_time_lets_an_optional_task_lapse()
    {
        var facts = Case.Given(StraightToExecution().Take(3));
        var lapsed = facts.When(To("11:10"));
        Assert.Contains(
            lapsed.Events,
            e => e is CaseEvent.TaskEnded { Task.Value: "fact-numbers-1", End: TaskEnd.Lapsed }
        );
    }

    [Fact]
    public void Passing_time_releases_the_holding_statement_after_its_own_time()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Holding = SamplePlaybook.Holding with { After = TimeSpan.FromMinutes(30) },
        };
        Case.Given(StraightToExecution(playbook).Take(2))
            .When(To("09:40"))
            .ThenInShort("HoldingReleased", "PublicationRequested");
    }

    [Fact]
    public void Passing_time_to_a_measurement_asks_for_it() =>
        Case.Given(StraightToEffect())
            .When(To("11:00"))
            .Then(new CaseEvent.MeasurementRequested(At("11:00"), 1, At("09:56"), TimeSpan.FromHours(1)));

    [Fact]
    public void Passing_time_backwards_happens_at_the_time_of_the_last_event()
    {
        var late = Case.Given(Open(), To("09:30")).When(new CaseCommand.AddNote(At("09:01"), Cara, "Written before."));
        Assert.Equal(At("09:30"), late.Events.Single().At);
    }
}
