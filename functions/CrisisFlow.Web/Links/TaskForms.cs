using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web.Links;

/// <summary>Facts to find, things to do, what was learned: a question, a text, a button.</summary>
internal static class TaskForms
{
    public static Html Show(LinkVisit visit, CaseTask task, Fields sent)
    {
        var t = visit.Viewer.T;
        var (label, button, required) = task.Kind switch
        {
            TaskKind.Fact => (t["fact.answer"], t["fact.button"], true),
            TaskKind.Review => (t["review.answer"], t["review.button"], true),
            _ => (t["form.comment.optional"], t["task.button"], false),
        };
        var about = task.Kind switch
        {
            TaskKind.Review => ReportPart.Figures(visit.Viewer, visit.Case.State, visit.File),
            TaskKind.Execution => Approved(visit),
            _ => CasePart.FactsCard(visit.Viewer, visit.File),
        };
        return Html.Of(
                $"""
            <section class="card"><p class="lead lines">{CasePart.Local(visit.Viewer, task.Instructions)}</p>
            {visit.Form(Html.Of($"""
            {LinkVisit.Area("text", label, sent["text"], 4_000, required: required)}
            <div class="buttons"><button>{button}</button></div>
            """))}</section>
            {about}
            """
            ) + SubjectPart.Card(visit.Viewer, visit.File);
    }

    public static Asked Read(LinkVisit visit, CaseTask task, Fields sent, DateTimeOffset now)
    {
        var text = sent.Text("text");
        if (text.Length == 0 && task.Kind != TaskKind.Execution)
            return new Asked.Problem(visit.Viewer.T["form.text.missing"]);
        return new Asked.Command(
            task.Kind switch
            {
                TaskKind.Fact => new CaseCommand.RecordFact(now, visit.Person.Id, task.Id, text),
                TaskKind.Review => new CaseCommand.WriteReview(now, visit.Person.Id, text),
                _ => new CaseCommand.CompleteTask(now, visit.Person.Id, task.Id, text),
            },
            LinkForms.Signal(visit, "done")
        );
    }

    private static Html Approved(LinkVisit visit)
    {
        var version = visit.Case.State is CaseState.Open { Phase: PhaseState.Execution execution }
            ? visit.File.VersionOf(execution.Version)
            : visit.File.Versions.LastOrDefault();
        return version is null
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card"><h2>{Timeline.Version(visit.Viewer, version.Number)}
                {CasePart.Hash(version.Hash)}</h2>
                {CasePart.Version(visit.Viewer, version)}</section>
                """
            );
    }
}
