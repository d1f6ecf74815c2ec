using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Recording_a_fact
{
    private static readonly IReadOnlyList<CaseCommand> Facts = [.. StraightToExecution().Take(2)];

    private static CaseCommand.RecordFact Fact(PersonId by, string? task, string text = "A relay overheats.") =>
        new(At("09:20"), by, task is null ? null : new TaskId(task), text);

    [Fact]
    public void Recording_a_fact_that_was_required_begins_the_draft() =>
        Case.Given(Facts)
            .When(Fact(Olga, "fact-cause-1"))
            .ThenInShort("FactRecorded", "TaskEnded", "PhaseEntered", "TaskAssigned");

    [Fact]
    public void Recording_a_fact_that_was_optional_waits_for_the_others() =>
        Assert.Equal(CasePhase.Facts, Case.Given(Facts).And(Fact(Kim, "fact-numbers-1")).Phase);

    [Fact]
    public void A_fact_nobody_asked_for_is_kept_too() =>
        Case.Given(Facts)
            .When(Fact(Ada, null))
            .Then(new CaseEvent.FactRecorded(At("09:20"), Ada, null, "A relay overheats."));

    [Fact]
    public void Recording_a_fact_twice_changes_nothing() =>
        Case.Given(Facts).And(Fact(Olga, "fact-cause-1")).When(Fact(Olga, "fact-cause-1")).ThenNothing();

    [Fact]
    public void Recording_a_fact_for_a_task_that_was_done_is_refused() =>
        Case.Given(Facts)
            .And(Fact(Olga, "fact-cause-1"))
            .When(Fact(Olga, "fact-cause-1", "Something else."))
            .ThenRefused(CaseRefusal.TaskEnded, "Task 'fact-cause-1' was done by 'olga' at 2026-03-02 09:20 UTC.");

    [Fact]
    public void Recording_a_fact_needs_words() =>
        Case.Given(Facts)
            .When(Fact(Olga, "fact-cause-1", " "))
            .ThenRefused(CaseRefusal.TextMissing, "The fact is empty; it has 1 to 4000 characters.");

    [Fact]
    public void Recording_a_fact_has_a_limit() =>
        Case.Given(Facts)
            .When(Fact(Olga, "fact-cause-1", new string('x', 4001)))
            .ThenRefused(CaseRefusal.TextTooLong, "The fact has 4001 characters; the limit is 4000.");

    [Fact]
    public void Recording_a_fact_for_a_task_of_another_kind_is_refused() =>
        Case.Given(Facts)
            .When(Fact(Olga, "triage-1"))
            .ThenRefused(CaseRefusal.UnknownTask, "Case 'case-1' has no fact task 'triage-1'.");
}
