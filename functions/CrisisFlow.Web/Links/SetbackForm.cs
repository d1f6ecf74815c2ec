using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web.Links;

/// <summary>It got worse after the publication: two buttons, go back or keep watching.</summary>
internal static class SetbackForm
{
    private const string Field = "setback";
    public const string Back = "back";
    public const string Keep = "keep";

    public static Html Show(LinkVisit visit, Fields sent)
    {
        var t = visit.Viewer.T;
        return Html.Of(
                $"""
            <section class="card">{visit.Form(Html.Of($"""
            <p class="lead">{t["setback.question"]}</p>
            {LinkVisit.Area("comment", t["form.comment.optional"], sent["comment"], 4_000)}
            <div class="buttons"><button class="second" name="{Field}" value="{Keep}">{t["setback.keep"]}</button>
            <button name="{Field}" value="{Back}">{t["setback.back", t.Of(Setbacks.Back(visit.File))]}</button></div>
            """))}</section>
            """
            )
            + ReportPart.Figures(visit.Viewer, visit.Case.State, visit.File)
            + SubjectPart.Card(visit.Viewer, visit.File);
    }

    public static Asked Read(LinkVisit visit, Fields sent, DateTimeOffset now) =>
        sent[Field] is Back or Keep
            ? new Asked.Command(
                new CaseCommand.DecideSetback(now, visit.Person.Id, sent[Field] == Back, sent.Text("comment")),
                LinkForms.Signal(visit, "setback")
            )
            : new Asked.Problem(visit.Viewer.T["setback.choose"]);
}
