using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Web.Cases;

namespace CrisisFlow.Web.Links;

/// <summary>What a valid link means for the case as it is now.</summary>
internal enum LinkStanding
{
    /// <summary>The task is open and this person may answer.</summary>
    Asked,

    /// <summary>This person has answered.</summary>
    DecidedByThisPerson,

    /// <summary>Somebody else did, or it is no longer needed.</summary>
    Ended,

    /// <summary>The link is about a version or a round that another has followed.</summary>
    OutOfDate,

    /// <summary>The task is open, but this person is no longer assigned: it was handed over.</summary>
    NotAsked,

    /// <summary>The case never had such a task.</summary>
    Unknown,
}

/// <summary>Pages for links whose question is answered already.</summary>
internal static class LinkStates
{
    public static LinkStanding Of(LinkVisit visit)
    {
        if (visit.Task is not { } task || LinkPurposes.Of(task.Kind) != visit.Link.Purpose)
            return LinkStanding.Unknown;
        if (task.Kind == TaskKind.Approval)
        {
            if (ApprovalForm.Find(visit) is not { } found)
                return LinkStanding.OutOfDate;
            if (found.Stage.Decisions.Any(decision => decision.By == visit.Person.Id))
                return LinkStanding.DecidedByThisPerson;
            if (found.Round.Closed?.Outcome == RoundOutcome.Replaced)
                return LinkStanding.OutOfDate;
        }

        if (task.State is TaskState.Ended ended)
            return ended.By == visit.Person.Id ? LinkStanding.DecidedByThisPerson : LinkStanding.Ended;
        return task.People.Contains(visit.Person.Id) ? LinkStanding.Asked : LinkStanding.NotAsked;
    }

    /// <summary>Heading, why this person, until when.</summary>
    public static Html Head(LinkVisit visit)
    {
        var (viewer, task) = (visit.Viewer, visit.Task!);
        var t = viewer.T;
        var late = task.Due <= viewer.Now;
        var due = t[late ? "ask.late" : "ask.due", viewer.Full(task.Due)];
        return CasePart.Heading(viewer, visit.Case.State, visit.File, CasePart.Local(viewer, task.Title))
            + Html.Of(
                $"""
                <p class="note {(late ? "warn" : "")}"><strong>{t["ask." + task.Kind]}</strong><br>
                {t["ask.you", visit.Person.Name]} {due}</p>
                """
            );
    }

    /// <param name="status">200 = the standing's own; a form that came too late is a conflict.</param>
    public static PageResult Page(LinkVisit visit, LinkStanding standing, int status)
    {
        var t = visit.Viewer.T;
        var (natural, key) = standing switch
        {
            LinkStanding.DecidedByThisPerson => (200, "decided"),
            LinkStanding.Ended => (410, "ended"),
            LinkStanding.OutOfDate => (409, "outofdate"),
            LinkStanding.NotAsked => (403, "notasked"),
            _ => (404, "unknown"),
        };
        var colour = standing == LinkStanding.DecidedByThisPerson ? "good" : "";
        var draft = !MayDraftAgain(visit, standing)
            ? Html.Empty
            : Html.Of(
                $"""
                <details class="card"><summary>{t["draft.again"]}</summary>{DraftForm.Show(
                    visit,
                    Fields.None
                )}</details>
                """
            );
        return Layout.Page(
            visit.Viewer,
            t[$"link.{key}.title"],
            Html.Of(
                $"""
                {CasePart.Heading(visit.Viewer, visit.Case.State, visit.File)}
                <section class="card {colour}"><h2>{t[$"link.{key}.title"]}</h2><p>{t[$"link.{key}"]}</p>
                {Who(visit)}</section>
                {Next(visit)}
                {draft}
                """
            ),
            status == 200 ? natural : status
        );
    }

    /// <summary>
    /// While a version waits for approval, its author may send a better one; the round then starts again.
    /// </summary>
    public static bool MayDraftAgain(LinkVisit visit, LinkStanding standing) =>
        standing == LinkStanding.DecidedByThisPerson
        && visit.Task?.Kind == TaskKind.Draft
        && visit.Case.State is CaseState.Open { Phase: PhaseState.Approval }
        && visit.File.Tasks.LastOrDefault(task => task.Kind == TaskKind.Draft)?.Id == visit.Task.Id;

    /// <summary>The answer to a click: what was decided, by whom and when, and what the case made of it.</summary>
    public static PageResult Decided(LinkVisit visit, CaseCommand command, DateTimeOffset at, bool again)
    {
        var (viewer, t) = (visit.Viewer, visit.Viewer.T);
        var title = t[again ? "decided.again" : "decided.title"];
        var more =
            visit.Case.State is CaseState.Open open ? t["decided.now", t.Of(open.Phase.Name)]
            : visit.Case.State is CaseState.Closed closed ? t["decided.closed", t.Of(closed.Ended.Ending)]
            : "";
        return Layout.Page(
            viewer,
            title,
            Html.Of(
                $"""
                {CasePart.Heading(viewer, visit.Case.State, visit.File)}
                <section class="card good"><h2>{title}</h2>
                <p class="lead">{t["decided.what", visit.Person.Name, What(viewer, command), viewer.Time(at)]}</p>
                <p>{more}</p>{Who(visit)}</section>
                {Next(visit)}
                {CasePart.Steps(viewer, visit.Case.State)}
                """
            )
        );
    }

    public static int StatusOf(CaseRefusal reason) =>
        reason switch
        {
            CaseRefusal.UnknownPerson
            or CaseRefusal.PersonDisabled
            or CaseRefusal.NotAsked
            or CaseRefusal.AuthorMayNotApprove => 403,
            CaseRefusal.CommentMissing
            or CaseRefusal.TextMissing
            or CaseRefusal.TextTooLong
            or CaseRefusal.WrongChannel
            or CaseRefusal.PlaceholderLeft => 422,
            CaseRefusal.NoSuchCase or CaseRefusal.UnknownTask or CaseRefusal.UnknownRound => 404,
            _ => 409,
        };

    private static string What(Viewer viewer, CaseCommand command) =>
        command switch
        {
            CaseCommand.Approve => viewer.T["did.approve"],
            CaseCommand.Reject => viewer.T["did.reject"],
            CaseCommand.DecideTriage triage => viewer.T["did.triage", viewer.T.Of(triage.Verdict)],
            CaseCommand.DecideSetback { GoesBack: true } => viewer.T["did.setback.back"],
            CaseCommand.DecideSetback => viewer.T["did.setback.keep"],
            CaseCommand.DraftStatement => viewer.T["did.draft"],
            CaseCommand.RecordFact => viewer.T["did.fact"],
            CaseCommand.WriteReview => viewer.T["did.review"],
            CaseCommand.CompleteTask => viewer.T["did.task"],
            CaseCommand.AddNote => viewer.T["did.note"],
            CaseCommand.HandOver over => viewer.T["did.handover", over.To.Name],
            CaseCommand.Regrade regrade => viewer.T["did.regrade", viewer.T.Of(regrade.Level)],
            CaseCommand.ReleaseHolding => viewer.T["did.holding"],
            CaseCommand.FlareUp => viewer.T["did.flare"],
            CaseCommand.Close => viewer.T["did.close"],
            CaseCommand.Stop => viewer.T["did.stop"],
            _ => "",
        };

    /// <summary>
    /// What this person is still asked for, or that this is all. A link is for one question, so the others are named,
    /// not linked.
    /// </summary>
    private static Html Next(LinkVisit visit)
    {
        var (viewer, t) = (visit.Viewer, visit.Viewer.T);
        var open = (visit.Case.State is CaseState.Open ? visit.File.OpenTasks : []).Where(task =>
            task.People.Contains(visit.Person.Id) && task.Id != visit.Task?.Id && !HasDecided(visit, task)
        );
        var items = open.OrderBy(task => task.Due)
            .Select(task =>
                Html.Of(
                    $"""
                    <li><strong>{CasePart.Local(viewer, task.Title)}</strong><br>
                    <span class="soft">{t["task.due"]} {viewer.Full(task.Due)}</span></li>
                    """
                )
            )
            .ToList();
        return items.Count == 0
            ? Layout.Nothing(viewer, "next.nothing")
            : Html.Of(
                $"""
                <section class="card"><h2>{t["next.title"]}</h2><ul class="plain">{items}</ul><p>{t["next.where"]}</p>
                </section>
                """
            );
    }

    private static bool HasDecided(LinkVisit visit, CaseTask task) =>
        visit
            .File.Rounds.SelectMany(round => round.Stages)
            .Any(stage => stage.Task == task.Id && stage.Decisions.Any(decision => decision.By == visit.Person.Id));

    private static Html Who(LinkVisit visit)
    {
        var (viewer, file) = (visit.Viewer, visit.File);
        if (visit.Task is not { } task)
            return Html.Empty;
        var triage = task.Kind == TaskKind.Triage ? CasePart.TriageLine(viewer, file) : Html.Empty;
        var ended = task.State is TaskState.Ended end ? Ended(viewer, file, task, end) : Html.Empty;
        var round = file.Rounds.FirstOrDefault(round => round.Stages.Any(stage => stage.Task == task.Id));
        return triage
            + ended
            + (round is null ? Html.Empty : Decisions.Show(viewer, file, round) + Closed(viewer, round));
    }

    private static Html Ended(Viewer viewer, CaseFile file, CaseTask task, TaskState.Ended end)
    {
        var (t, title) = (viewer.T, CasePart.Local(viewer, task.Title));
        var how = end.By is { } by ? t["event.done", title, file.NameOf(by)] : t["event.ended", title, t.Of(end.End)];
        return Html.Of($"""<p>{how} · {viewer.Stamp(end.At)}</p>""");
    }

    private static Html Closed(Viewer viewer, ApprovalRound round) =>
        round.Closed is not { } closing
            ? Html.Empty
            : Html.Of(
                $"""
                <p>{viewer.T["event.round.closed", round.Number, viewer.T.Of(closing.Outcome)]} · {viewer.Stamp(
                    closing.At
                )}</p>
                """
            );
}
