using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Presentation.Mails;

/// <summary>The tasks in a case's mail, each with its own button, and what happens when nobody answers.</summary>
internal static class CaseMailAsks
{
    public static IEnumerable<MailBlock> Of(
        Viewer viewer,
        CaseFile file,
        IReadOnlyList<CaseTask> asked,
        Func<CaseTask, string> link
    )
    {
        var t = viewer.T;
        if (asked is [var only])
            return
            [
                new MailBlock.Ask(t["ask." + only.Kind], When(viewer, only), Otherwise(viewer, file, only)),
                Button(viewer, only, link),
            ];
        // Several tasks are listed briefly: title, deadline, button. What happens otherwise is said once, for the one
        // that is due first.
        var first = asked.Where(task => task.Required).DefaultIfEmpty(asked[0]).MinBy(task => task.Due)!;
        return
        [
            .. asked
                .OrderBy(task => task.Due)
                .SelectMany(task =>
                    (MailBlock[])
                        [
                            new MailBlock.Ask(
                                CasePart.Local(viewer, task.Title) + (task.Required ? "" : $" ({t["task.optional"]})"),
                                When(viewer, task),
                                CasePart.Local(viewer, task.Instructions)
                            ),
                            Button(viewer, task, link),
                        ]
                ),
            new MailBlock.Say(Otherwise(viewer, file, first)),
        ];
    }

    private static MailBlock.Button Button(Viewer viewer, CaseTask task, Func<CaseTask, string> link) =>
        new(viewer.T["mail.button." + task.Kind], link(task));

    private static string When(Viewer viewer, CaseTask task) =>
        viewer.T[task.Due > viewer.Now ? "mail.due" : "mail.late", viewer.Full(task.Due)];

    /// <summary>What happens when nobody answers: the next step and the last one.</summary>
    private static string Otherwise(Viewer viewer, CaseFile file, CaseTask task)
    {
        var t = viewer.T;
        if (!task.Required)
            return t["mail.else.optional", viewer.Time(task.Due)];
        var plan = file.Playbook.Escalation;
        var gap = t.Language.IsCjk ? "" : " ";
        // A holding statement that is not switched on and approved, is out already, or would come too late is not
        // promised.
        var holds =
            plan.WhenNobodyAnswers == NobodyAnswers.PublishHolding
            && !(
                file is { Playbook.Holding.Usable: true, Holding: null, ApprovedVersion: null }
                && task.Kind is not (TaskKind.Execution or TaskKind.Review)
            );
        var end = t["mail.else." + (holds ? NobodyAnswers.KeepAsking : plan.WhenNobodyAnswers)];
        if (task.State is TaskState.Escalated escalated)
            return t["mail.else.escalated", viewer.Time(escalated.Next)] + gap + end;
        if (task.State is TaskState.Exhausted exhausted)
            return exhausted.GiveUpAt is { } giveUp ? t["mail.else.exhausted", viewer.Time(giveUp)] : end;
        var remind = task.State is TaskState.Asked asked
            ? t["mail.else.remind", viewer.Time(asked.RemindAt)] + gap
            : "";
        var next = Escalating.WhoIsNext(file, task).Select(file.NameOf).ToList();
        return remind
            + (
                next.Count == 0
                    ? t["mail.else.again", viewer.Time(task.Due)]
                    : t["mail.else.next", viewer.Time(task.Due), string.Join(t["list.separator"], next)]
            )
            + gap
            + end;
    }
}
