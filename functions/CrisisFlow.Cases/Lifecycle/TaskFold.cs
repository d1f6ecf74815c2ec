namespace CrisisFlow.Cases.Lifecycle;

internal static class TaskFold
{
    public static CaseFile Evolve(CaseFile file, CaseEvent @event) =>
        @event switch
        {
            CaseEvent.TaskAssigned e => file with
            {
                Tasks =
                [
                    .. file.Tasks,
                    new CaseTask(
                        e.Task,
                        e.Kind,
                        e.Plan,
                        e.Title,
                        e.Instructions,
                        e.People,
                        e.Required,
                        e.At,
                        e.Due,
                        new TaskState.Asked(e.RemindAt)
                    ),
                ],
            },
            CaseEvent.TaskReminded e => Change(
                file,
                e.Task,
                t => t with { RemindedAt = e.At, State = new TaskState.Reminded() }
            ),
            CaseEvent.TaskEscalated e => Change(
                file,
                e.Task,
                t =>
                    t with
                    {
                        People = [.. t.People.Union(e.To)],
                        Escalations = [.. t.Escalations, new Escalation(e.At, e.Step, e.To, e.Silent)],
                        State = new TaskState.Escalated(e.Step, e.Next),
                    }
            ),
            CaseEvent.TaskRescheduled e => Change(
                file,
                e.Task,
                t =>
                    t with
                    {
                        Due = e.Due,
                        State = t.State is TaskState.Asked ? new TaskState.Asked(e.RemindAt) : t.State,
                    }
            ),
            CaseEvent.EscalationExhausted e => Change(
                file,
                e.Task,
                t => t with { State = new TaskState.Exhausted(e.Outcome, e.GiveUpAt) }
            ),
            CaseEvent.TaskEnded e => Change(
                file,
                e.Task,
                t => t with { State = new TaskState.Ended(e.At, e.End, e.By, e.Comment) }
            ),
            CaseEvent.HandedOver e => file with
            {
                Tasks =
                [
                    .. file.Tasks.Select(t =>
                        (e.Task is null || e.Task == t.Id) && HandingOver.MayReplace(file, t, e.From, e.To.Id)
                            ? t with
                            {
                                People = [.. t.People.Select(p => p == e.From ? e.To.Id : p)],
                            }
                            : t
                    ),
                ],
            },
            _ => file,
        };

    /// <summary>An ended task stays ended.</summary>
    private static CaseFile Change(CaseFile file, TaskId id, Func<CaseTask, CaseTask> change) =>
        file with
        {
            Tasks = [.. file.Tasks.Select(t => t.Id == id && t.IsOpen ? change(t) : t)],
        };
}
