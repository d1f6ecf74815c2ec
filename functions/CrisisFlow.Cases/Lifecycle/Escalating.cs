using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// A task nobody answers: reminder, deadline, chain, repeats, end. Each step lies strictly later than the one before,
/// so the end is always reached.
/// </summary>
public static class Escalating
{
    internal static void Next(Turn turn, CaseTask task)
    {
        switch (task.State)
        {
            case TaskState.Asked when task.Due > turn.At:
                turn.Add(new CaseEvent.TaskReminded(turn.At, task.Id, Asking.Silent(turn.File, task)));
                break;
            case TaskState.Asked or TaskState.Reminded when !task.Required:
                Lapse(turn, task);
                break;
            case TaskState.Asked or TaskState.Reminded:
                Escalate(turn, task, 0);
                break;
            case TaskState.Escalated escalated:
                Escalate(turn, task, escalated.Step);
                break;
            case TaskState.Exhausted:
                Ending.Stop(turn, CaseEnding.NobodyAnswered, null, $"Nobody answered task '{task.Id}'.");
                break;
        }
    }

    private static void Lapse(Turn turn, CaseTask task)
    {
        turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Lapsed, null));
        Facts.GoOnWhenKnown(turn);
        Executing.GoOnWhenDone(turn);
        Measuring.GoOnWhenMeasured(turn);
    }

    /// <summary>
    /// Whom the chain would ask in addition if the task's deadline passed now; empty when it would only ask the same
    /// people again.
    /// </summary>
    public static IReadOnlyList<PersonId> WhoIsNext(CaseFile file, CaseTask task)
    {
        var steps = file.Playbook.Escalation.Steps;
        return Enumerable
                .Range(0, steps.Count)
                .Select(step => NewPeople(file, task, steps[step].Role, withDeputies: step == 0))
                .FirstOrDefault(to => to.Count > 0)
            ?? [];
    }

    /// <summary>
    /// Asks the next people of the chain who were not asked yet; steps that would ask nobody new are passed over.
    /// </summary>
    private static void Escalate(Turn turn, CaseTask task, int done)
    {
        var plan = turn.File.Playbook.Escalation;
        var silent = Asking.Silent(turn.File, task);
        for (var step = done; step < plan.Steps.Count; step++)
        {
            var to = NewPeople(turn.File, task, plan.Steps[step].Role, withDeputies: step == 0);
            if (to.Count == 0)
                continue;
            turn.Add(
                new CaseEvent.TaskEscalated(
                    turn.At,
                    task.Id,
                    step + 1,
                    to,
                    silent,
                    Deadlines.After(turn, plan.Steps[step].After)
                )
            );
            return;
        }

        var repeats = Math.Max(0, done - plan.Steps.Count);
        if (repeats == 0)
            EndOfChain(turn, plan);
        if (plan.WhenNobodyAnswers != NobodyAnswers.Stop && repeats < plan.Repeat)
        {
            var deputies = repeats == 0 ? NewPeople(turn.File, task, "", withDeputies: true) : [];
            turn.Add(
                new CaseEvent.TaskEscalated(
                    turn.At,
                    task.Id,
                    plan.Steps.Count + repeats + 1,
                    [.. silent, .. deputies],
                    silent,
                    Deadlines.After(turn, plan.RepeatEvery)
                )
            );
            return;
        }

        Exhaust(turn, task, plan, silent);
    }

    private static void EndOfChain(Turn turn, EscalationPlan plan)
    {
        if (
            plan.WhenNobodyAnswers == NobodyAnswers.PublishHolding
            && turn.State is CaseState.Open open
            && HoldingStatement.MayGoOut(open)
        )
            HoldingStatement.Release(turn, null);
    }

    private static void Exhaust(Turn turn, CaseTask task, EscalationPlan plan, IReadOnlyList<PersonId> silent)
    {
        if (plan.WhenNobodyAnswers == NobodyAnswers.Stop)
        {
            turn.Add(new CaseEvent.EscalationExhausted(turn.At, task.Id, silent, ExhaustedOutcome.Stopped, null));
            Ending.Stop(turn, CaseEnding.NobodyAnswered, null, $"Nobody answered task '{task.Id}'.");
            return;
        }

        var outcome =
            plan.WhenNobodyAnswers == NobodyAnswers.KeepAsking ? ExhaustedOutcome.Waits
            : turn.File.Holding is null ? ExhaustedOutcome.HoldingUnavailable
            : ExhaustedOutcome.HoldingReleased;
        turn.Add(
            new CaseEvent.EscalationExhausted(
                turn.At,
                task.Id,
                silent,
                outcome,
                Deadlines.After(turn.At, plan.GiveUpAfter)
            )
        );
    }

    private static List<PersonId> NewPeople(CaseFile file, CaseTask task, string role, bool withDeputies)
    {
        var author = Asking.AuthorOf(file, task);
        var decided = Asking.StageOf(file, task)?.Decisions.Select(d => d.By).ToHashSet() ?? [];
        IEnumerable<PersonId> deputies = withDeputies
            ? task
                .People.Select(file.PersonOf)
                .OfType<Person>()
                .Select(p => Asking.EnabledDeputy(file, p))
                .OfType<Person>()
                .Select(p => p.Id)
            : [];
        return
        [
            .. deputies
                .Concat(Asking.Holders(file, role))
                .Where(p => p != author && !task.People.Contains(p) && !decided.Contains(p))
                .Distinct(),
        ];
    }
}
