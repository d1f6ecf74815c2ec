using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Presentation.Mails;

/// <summary>
/// What a case's mail is called. On a locked phone the subject is all that is read, so it says what is asked and by
/// when.
/// </summary>
internal static class CaseMailTitle
{
    /// <param name="matters">What the mail is about, requests first.</param>
    /// <param name="asked">Tasks in the mail; may be empty.</param>
    public static string Of(Viewer viewer, IReadOnlyList<CaseMailOrder> matters, IReadOnlyList<CaseTask> asked)
    {
        var t = viewer.T;
        if (asked.Count > 1)
        {
            var kinds = matters
                .Where(matter => matter.Action.Task is not null)
                .Select(matter => matter.Action.Kind)
                .Distinct()
                .ToList();
            var names = string.Join(t["list.separator"], asked.Select(task => CasePart.Local(viewer, task.Title)));
            return kinds is [MailKind.Reminder or MailKind.Escalation]
                ? t[$"mail.{kinds[0]}.title", names]
                : t["mail.several.title", asked.Count, names];
        }

        var telling = asked.Count > 0 ? matters.Take(1) : matters;
        return string.Join(
            t["title.separator"],
            telling
                .Select(matter =>
                    t[
                        $"mail.{matter.Action.Kind}.title",
                        matter.Action.Task is { } id && matter.File.TaskOf(id) is { } task
                            ? CasePart.Local(viewer, task.Title)
                            : ""
                    ]
                )
                .Distinct()
        );
    }

    public static string Subject(Viewer viewer, CaseFile file, string title, IReadOnlyList<CaseTask> asked)
    {
        var t = viewer.T;
        var drill = file.IsDrill ? t["mail.drill.subject"] + " " : "";
        if (asked.Count == 0)
            return drill + t["mail.subject", t.Of(file.Level), title, file.Subject.Story];
        var due = asked.Min(task => task.Due);
        return drill
            + t[
                due > viewer.Now ? "mail.subject.due" : "mail.subject.late",
                t.Of(file.Level),
                title,
                file.Subject.Story,
                viewer.Time(due),
                viewer.ZoneName(due)
            ];
    }
}
