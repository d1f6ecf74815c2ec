using CrisisFlow.Cases.Lifecycle;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Completing_a_task
{
    private static CaseCommand.CompleteTask By(PersonId by, string task = "do-brief-1") =>
        new(At("10:00"), by, new TaskId(task), "Done.");

    [Fact]
    public void Completing_a_task_ends_it() =>
        Case.Given(StraightToExecution())
            .When(By(Kim))
            .Then(new CaseEvent.TaskEnded(At("10:00"), new TaskId("do-brief-1"), TaskEnd.Done, Kim, "Done."));

    [Fact]
    public void Completing_a_task_twice_changes_nothing() =>
        Case.Given(StraightToExecution()).And(By(Kim)).When(By(Kim)).ThenNothing();

    [Fact]
    public void Completing_a_task_done_by_another_says_by_whom() =>
        Case.Given(StraightToExecution())
            .And(By(Leo))
            .When(By(Kim))
            .ThenRefused(CaseRefusal.TaskEnded, "Task 'do-brief-1' was done by 'leo' at 2026-03-02 10:00 UTC.");

    [Fact]
    public void Completing_a_task_of_another_kind_is_refused() =>
        Case.Given(Open())
            .When(By(Cara, "triage-1"))
            .ThenRefused(
                CaseRefusal.UnknownTask,
                "Case 'case-1' has no execution task 'triage-1'; tasks of other kinds end by deciding, recording, "
                    + "drafting or reviewing."
            );
}
