using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;

namespace CrisisFlow.Presentation.Mails;

/// <summary>
/// Writes every mail of a case: what happened, why this person, the task, its deadline, and what happens otherwise.
/// </summary>
public sealed class CaseMails(MailLinks links, CrisisFlowSettings settings)
{
    public MailMessage Write(CaseMailOrder order)
    {
        var (file, to) = (order.File, order.To);
        var viewer = Viewer.ForMail(settings, to, order.Now);
        var t = viewer.T;
        // Requests come first; notifications follow.
        IReadOnlyList<CaseMailOrder> matters =
        [
            .. order.Also.Prepend(order).OrderBy(matter => Asked(matter).Count == 0),
        ];
        var asked = matters.SelectMany(Asked).DistinctBy(task => task.Id).ToList();
        var title = CaseMailTitle.Of(viewer, matters, asked);
        var blocks = new List<MailBlock> { new MailBlock.Quote(file.Subject.Story) };
        if (file.IsDrill)
            blocks.Insert(0, new MailBlock.Say(t["mail.drill"]));

        blocks.AddRange(
            matters.SelectMany(matter => CaseMailParts.Happened(viewer, matter, TaskOf(matter))).Distinct()
        );
        blocks.Add(new MailBlock.Say(Why(viewer, matters[0], TaskOf(matters[0]))));
        if (asked.Count > 0)
            blocks.AddRange(CaseMailAsks.Of(viewer, file, asked, task => links.Task(file, task, to, order.Now)));
        else
            blocks.Add(new MailBlock.Say(t["mail.nothing"]));
        if (
            matters.Any(matter => matter.Action.Kind is MailKind.Published or MailKind.HoldingReleased)
            && to.Has(Role.CustomerService)
        )
            blocks.Add(new MailBlock.Button(t["mail.button.TalkTrack"], links.TalkTrack(file, to, order.Now)));
        if (asked.Count > 0)
            blocks.AddRange(CaseMailParts.Material(viewer, file, asked));

        var whole = links.Case(file, to, order.Now);
        blocks.Add(
            asked.Count > 0
                ? new MailBlock.See(t["mail.case"], whole)
                : new MailBlock.Button(t["mail.button.Case"], whole)
        );
        blocks.Add(
            new MailBlock.Small(
                t["mail.foot", viewer.Time(order.Now + settings.Links.Lifetime), viewer.ZoneName(order.Now)]
            )
        );
        return new MailMessage(
            $"{file.Id}.{order.Action.Id}",
            new MailAddress(settings.Mail.From, settings.Mail.FromName),
            new MailAddress(to.Email, to.Name),
            CaseMailTitle.Subject(viewer, file, title, asked),
            MailFrame.ToHtml(t, settings.Brand.Name, file.Level, title, blocks),
            MailFrame.ToText(t, settings.Brand.Name, file.Level, title, blocks),
            Thread: file.Id.Value
        );
    }

    /// <summary>
    /// What the matter asks of the reader; whoever takes over everything is asked for everything that is open.
    /// </summary>
    private static IReadOnlyList<CaseTask> Asked(CaseMailOrder matter) =>
        matter.Action is { Kind: MailKind.HandedOver, Task: null }
            ? [.. matter.File.OpenTasks.Where(open => open.People.Contains(matter.To.Id))]
        : TaskOf(matter) is { IsOpen: true } task && task.People.Contains(matter.To.Id) ? [task]
        : [];

    private static CaseTask? TaskOf(CaseMailOrder matter) =>
        matter.Action.Task is { } id ? matter.File.TaskOf(id)
        : matter.Action.Kind == MailKind.HandedOver ? Asked(matter).FirstOrDefault()
        : null;

    private static string Why(Viewer viewer, CaseMailOrder order, CaseTask? task)
    {
        var t = viewer.T;
        var roles = string.Join(
            t["list.separator"],
            order.To.Roles.Select(role => t.Lines.TryGetValue("role." + role, out var name) ? name : role)
        );
        return order switch
        {
            { Cause.Event: CaseEvent.HandedOver over } when over.To.Id == order.To.Id => t[
                "mail.why.handed",
                order.File.NameOf(over.From)
            ],
            { Action.Kind: MailKind.Escalation } => t["mail.why.escalation", order.To.Name],
            { Action.Kind: MailKind.Rejected } => t["mail.why.author", order.To.Name],
            _ when task is not null => t["mail.why.task", order.To.Name, roles],
            _ => t["mail.why.part", order.To.Name, roles],
        };
    }
}
