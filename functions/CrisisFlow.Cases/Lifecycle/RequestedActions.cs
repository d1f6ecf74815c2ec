namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Which mails, publications and measurements an event asks for, each under an id that is the same whenever it is
/// asked.
/// </summary>
internal static class RequestedActions
{
    public static IReadOnlyList<CaseAction> Of(CaseState after, CaseEvent @event, long number) =>
        after.FileOrNull is not { } file
            ? []
            : @event switch
            {
                CaseEvent.TaskAssigned e => Mails(file, number, KindOf(file, e), e.People, e.Task),
                CaseEvent.TaskReminded e => Mails(file, number, MailKind.Reminder, e.People, e.Task),
                CaseEvent.TaskEscalated e => Mails(file, number, MailKind.Escalation, e.To, e.Task),
                CaseEvent.EscalationExhausted e => Mails(file, number, MailKind.NobodyAnswers, Directors(file), e.Task),
                CaseEvent.StatementApproved => Mails(file, number, MailKind.StatementApproved, Involved(file)),
                CaseEvent.HoldingReleased => Mails(file, number, MailKind.HoldingReleased, Directors(file)),
                CaseEvent.PublicationRequested e =>
                [
                    new CaseAction.Publish(
                        new ActionId($"publish-{e.Publication}"),
                        e.Publication,
                        e.Version,
                        e.Channel,
                        e.Language
                    ),
                ],
                CaseEvent.PhaseEntered { Phase: CasePhase.Effect } when file.ApprovedVersion is not null => Mails(
                    file,
                    number,
                    MailKind.Published,
                    Involved(file)
                ),
                CaseEvent.MeasurementRequested e =>
                [
                    new CaseAction.Measure(new ActionId($"measure-{e.Number}"), e.Number, e.Since, e.At, e.Window),
                ],
                CaseEvent.EffectMeasured => Mails(file, number, MailKind.EffectReport, Involved(file)),
                CaseEvent.FlaredUp => Mails(file, number, MailKind.FlaredUp, Involved(file)),
                CaseEvent.Regraded => Mails(
                    file,
                    number,
                    MailKind.Regraded,
                    [.. file.OpenTasks.SelectMany(t => t.People).Union(Involved(file))]
                ),
                CaseEvent.HandedOver e => Mails(file, number, MailKind.HandedOver, [e.To.Id], e.Task),
                CaseEvent.Closed => Mails(file, number, MailKind.Closed, Involved(file)),
                CaseEvent.Stopped => Mails(
                    file,
                    number,
                    MailKind.Stopped,
                    [.. file.Tasks.SelectMany(t => t.People).Union(Involved(file))]
                ),
                _ => [],
            };

    public static bool StillWanted(CaseState state, CaseAction action)
    {
        if (state.FileOrNull is not { } file)
            return false;
        return action switch
        {
            CaseAction.Publish publish => state is CaseState.Open
                && file.Publications.Any(p => p.Id == publish.Publication && p.State is PublicationState.Waiting),
            CaseAction.Measure => state is CaseState.Open,
            CaseAction.SendMail { Also: not null } several => several.Matters.Any(matter => StillWanted(state, matter)),
            CaseAction.SendMail
            {
                Kind: MailKind.TriageAsked
                    or MailKind.TaskAsked
                    or MailKind.ApprovalAsked
                    or MailKind.Reminder
                    or MailKind.Escalation
                    or MailKind.Rejected
                    or MailKind.ReviewAsked
                    or MailKind.SetbackAsked
                    or MailKind.PublicationFailed,
                Task: { } task
            } mail => file.TaskOf(task) is { IsOpen: true } open && open.People.Contains(mail.To),
            _ => true,
        };
    }

    /// <summary>A draft requested again after a rejection includes the comment.</summary>
    private static MailKind KindOf(CaseFile file, CaseEvent.TaskAssigned e) =>
        e.Kind switch
        {
            TaskKind.Triage => MailKind.TriageAsked,
            TaskKind.Approval => MailKind.ApprovalAsked,
            TaskKind.Review => MailKind.ReviewAsked,
            TaskKind.Setback => MailKind.SetbackAsked,
            TaskKind.Draft
                when file.Rounds is [.., { Closed: { Outcome: RoundOutcome.Rejected } closed }] && closed.At == e.At =>
                MailKind.Rejected,
            TaskKind.Execution when e.Plan == Publishing.ByHand => MailKind.PublicationFailed,
            _ => MailKind.TaskAsked,
        };

    /// <summary>One mail per enabled person.</summary>
    private static List<CaseAction> Mails(
        CaseFile file,
        long number,
        MailKind kind,
        IEnumerable<PersonId> people,
        TaskId? task = null
    )
    {
        var round =
            task is { } id && file.TaskOf(id) is { Kind: TaskKind.Approval } && file.Rounds is [.., var last]
                ? last.Number
                : (int?)null;
        return
        [
            .. people
                .Distinct()
                .Where(p => file.PersonOf(p) is { Disabled: false })
                .Select(p => new CaseAction.SendMail(
                    new ActionId($"mail-{number:D6}-{p}"),
                    kind,
                    p,
                    number,
                    task,
                    round
                )),
        ];
    }

    private static IEnumerable<PersonId> Directors(CaseFile file) =>
        file.Roster.Where(p => Permission.IsDirector(file, p.Id)).Select(p => p.Id);

    /// <summary>Who has done something in this case; before anybody has, the directors.</summary>
    private static List<PersonId> Involved(CaseFile file)
    {
        var people = file
            .Tasks.Select(t => t.State)
            .OfType<TaskState.Ended>()
            .Select(e => e.By)
            .OfType<PersonId>()
            .Concat(file.Facts.Select(f => f.By))
            .Concat(file.Versions.Select(v => v.Author).OfType<PersonId>())
            .Concat(file.Rounds.SelectMany(r => r.Decisions).Select(d => d.By))
            .Concat(file.Notes.Select(n => n.By))
            .Distinct()
            .ToList();
        return people.Count > 0 ? people : [.. Directors(file)];
    }
}
