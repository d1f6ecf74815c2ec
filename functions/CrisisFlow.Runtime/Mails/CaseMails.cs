using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Playbooks;
using CrisisFlow.Runtime.Pages;
using CrisisFlow.Runtime.Pages.Parts;
using CrisisFlow.Runtime.Ports;
using CrisisFlow.Runtime.Responding;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Runtime.Mails;

/// <summary>Writes every mail of a case: what happened, why this person, what is asked, by when, and what happens otherwise.</summary>
public sealed class CaseMails(MailLinks links, CrisisFlowSettings settings)
{
    public Mail Write(CaseMailOrder order)
    {
        var (file, to) = (order.File, order.To);
        var viewer = Viewers.ForMail(settings, to, order.Now);
        var t = viewer.T;
        // Who takes over everything is asked for everything that is open: the first with a button, the others with a link.
        var taken = order.Effect is { Kind: MailKind.HandedOver, Task: null } ? file.OpenTasks.Where(open => open.People.Contains(to.Id)).ToList() : [];
        var task = order.Effect.Task is { } id ? file.TaskOf(id) : taken.FirstOrDefault();
        var asks = task is { IsOpen: true } && task.People.Contains(to.Id);
        var title = t[$"mail.{order.Effect.Kind}.title", task is null ? "" : CasePart.Local(viewer, task.Title)];
        var blocks = new List<MailBlock> { new MailBlock.Quote(file.Subject.Story) };
        if (file.IsDrill) blocks.Insert(0, new MailBlock.Say(t["mail.drill"]));

        blocks.AddRange(Happened(viewer, order, task));
        blocks.Add(new MailBlock.Say(Why(viewer, order, task)));
        if (asks)
        {
            blocks.Add(new MailBlock.Ask(t["ask." + task!.Kind], When(viewer, task), Otherwise(viewer, file, task)));
            blocks.Add(new MailBlock.Button(t["mail.button." + task.Kind], links.Task(file, task, to, order.Now)));
            blocks.AddRange(taken.Skip(1).Select(other => new MailBlock.See($"{CasePart.Local(viewer, other.Title)}:", links.Task(file, other, to, order.Now))));
            blocks.AddRange(CaseMailParts.Material(viewer, file, task));
        }
        else
        {
            blocks.Add(new MailBlock.Say(t["mail.nothing"]));
            if (order.Effect.Kind is MailKind.Published or MailKind.HoldingReleased && to.Has(Role.CustomerService))
                blocks.Add(new MailBlock.Button(t["mail.button.TalkTrack"], links.TalkTrack(file, to, order.Now)));
        }

        blocks.Add(asks ? new MailBlock.See(t["mail.case"], links.Case(file, to, order.Now)) : new MailBlock.Button(t["mail.button.Case"], links.Case(file, to, order.Now)));
        blocks.Add(new MailBlock.Small(t["mail.foot", viewer.Time(order.Now + settings.Links.Lifetime), viewer.ZoneName(order.Now)]));

        var subject = (file.IsDrill ? t["mail.drill.subject"] + " " : "") + t["mail.subject", t.Of(file.Level), title, file.Subject.Story];
        return new Mail(
            $"{file.Id}.{order.Effect.Id}",
            new MailAddress(settings.Mail.From, settings.Mail.FromName),
            new MailAddress(to.Email, to.Name),
            subject,
            MailFrame.Html(t, settings.Brand.Name, file.Level, title, blocks),
            MailFrame.Text(t, settings.Brand.Name, file.Level, title, blocks),
            Thread: file.Id.Value);
    }

    /// <summary>The event that asked for the mail in a sentence, and what a person wrote with it.</summary>
    private static IEnumerable<MailBlock> Happened(Viewer viewer, CaseMailOrder order, CaseTask? task)
    {
        var (t, file) = (viewer.T, order.File);
        if (order.Effect.Kind == MailKind.ApprovalAsked && CaseMailParts.VersionOf(file, task) is { } version)
        {
            yield return new MailBlock.Say(t["mail.ApprovalAsked.what", version.Author is { } author ? file.NameOf(author) : "", version.Number, version.Hash[..Math.Min(12, version.Hash.Length)]]);
            yield break;
        }

        if (order.Effect.Kind == MailKind.TriageAsked)
        {
            yield return new MailBlock.Say(t["mail.TriageAsked.what", file.Subject.Topic, viewer.Number(file.Subject.Index), t.Of(file.Subject.Level), viewer.Full(file.OpenedAt)]);
            yield break;
        }

        if (order.Cause.Event is CaseEvent.TaskAssigned && order.State is CaseState.Open open)
        {
            // That somebody is asked is told further down; here, how it came to that.
            if (file.Triage is { } triage) yield return new MailBlock.Say(t["triage.decided", file.NameOf(triage.By), t.Of(triage.Verdict), viewer.Time(triage.At)]);
            yield return new MailBlock.Say(t["decided.now", t.Of(open.Phase.Name)]);
            foreach (var block in CaseMailParts.After(viewer, order)) yield return block;
            yield break;
        }

        var (text, words, _) = Timeline.Tell(viewer, file, order.Cause.Event);
        if (text.Length > 0) yield return new MailBlock.Say(t["mail.what", viewer.Full(order.Cause.Event.At), text]);
        if (!string.IsNullOrWhiteSpace(words)) yield return new MailBlock.Quote(words);
        foreach (var block in CaseMailParts.After(viewer, order)) yield return block;
    }

    private static string Why(Viewer viewer, CaseMailOrder order, CaseTask? task)
    {
        var t = viewer.T;
        var roles = string.Join(t["list.separator"], order.To.Roles.Select(role => t.Lines.TryGetValue("role." + role, out var name) ? name : role));
        return order switch
        {
            { Cause.Event: CaseEvent.HandedOver over } when over.To.Id == order.To.Id => t["mail.why.handed", order.File.NameOf(over.From)],
            { Effect.Kind: MailKind.Escalation } => t["mail.why.escalation", order.To.Name],
            { Effect.Kind: MailKind.Rejected } => t["mail.why.author", order.To.Name],
            _ when task is not null => t["mail.why.task", order.To.Name, roles],
            _ => t["mail.why.part", order.To.Name, roles],
        };
    }

    private static string When(Viewer viewer, CaseTask task) =>
        viewer.T[task.Due > viewer.Now ? "mail.due" : "mail.late", viewer.Full(task.Due)];

    /// <summary>What happens when nobody answers: the next step and the last one.</summary>
    private static string Otherwise(Viewer viewer, CaseFile file, CaseTask task)
    {
        var t = viewer.T;
        if (!task.Required) return t["mail.else.optional", viewer.Time(task.Due)];
        var plan = file.Playbook.Escalation;
        // A holding statement that is not switched on and approved, is out already, or would come too late is not promised.
        var holds = plan.WhenNobodyAnswers == NobodyAnswers.PublishHolding && !(file is { Playbook.Holding.Usable: true, Holding: null, ApprovedVersion: null } && task.Kind is not (TaskKind.Execution or TaskKind.Review));
        var end = t["mail.else." + (holds ? NobodyAnswers.KeepAsking : plan.WhenNobodyAnswers)];
        if (task.State is TaskState.Escalated escalated) return t["mail.else.escalated", viewer.Time(escalated.Next)] + " " + end;
        if (task.State is TaskState.Exhausted exhausted) return exhausted.GiveUpAt is { } giveUp ? t["mail.else.exhausted", viewer.Time(giveUp)] : end;
        var remind = task.State is TaskState.Asked asked ? t["mail.else.remind", viewer.Time(asked.RemindAt)] + " " : "";
        var next = Escalating.WhoIsNext(file, task).Select(file.NameOf).ToList();
        return remind + (next.Count == 0 ? t["mail.else.again", viewer.Time(task.Due)] : t["mail.else.next", viewer.Time(task.Due), string.Join(t["list.separator"], next)]) + " " + end;
    }
}
