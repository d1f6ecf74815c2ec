using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Links;

/// <summary>Which form a link shows, and what it reads from it.</summary>
internal static class LinkForms
{
    public static Html Show(LinkVisit visit, CaseTask task, Fields sent) =>
        task.Kind switch
        {
            TaskKind.Triage => TriageForm.Show(visit, sent),
            TaskKind.Draft => DraftForm.Show(visit, sent),
            TaskKind.Approval => ApprovalForm.Show(visit, sent),
            TaskKind.Setback => SetbackForm.Show(visit, sent),
            _ => TaskForms.Show(visit, task, sent),
        };

    public static Asked Read(LinkVisit visit, CaseTask task, Fields sent, DateTimeOffset now) =>
        task.Kind switch
        {
            TaskKind.Triage => TriageForm.Read(visit, sent, now),
            TaskKind.Draft => DraftForm.Read(visit, sent, now),
            TaskKind.Approval => ApprovalForm.Read(visit, sent, now),
            TaskKind.Setback => SetbackForm.Read(visit, sent, now),
            _ => TaskForms.Read(visit, task, sent, now),
        };

    /// <summary>
    /// The id of a person's decision on a task: the same for approve and reject, so that whoever clicks both has
    /// decided once.
    /// </summary>
    public static string Signal(LinkVisit visit, string what, string? more = null) =>
        string.Join(
            '.',
            (
                (string?[])[what, visit.Link.Step.Length > 0 ? visit.Link.Step : "case", visit.Person.Id.Value, more]
            ).Where(part => part is not null)
        );
}
