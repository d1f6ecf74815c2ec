using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web.Links;

/// <summary>Is it true, a misunderstanding, malicious, or nothing?</summary>
internal static class TriageForm
{
    public static Html Show(LinkVisit visit, Fields sent)
    {
        var t = visit.Viewer.T;
        var triage = visit.File.Playbook.Triage;
        var choices = Enum.GetValues<TriageVerdict>()
            .Select(verdict =>
            {
                var chosen = sent["verdict"] == verdict.ToString() ? Html.Own(" checked") : Html.Empty;
                return Html.Of(
                    $"""
                    <label class="choice">
                    <input type="radio" name="verdict" value="{verdict.ToString()}" required{chosen}>
                    <span><strong>{t.Of(verdict)}</strong><br>{t["TriageVerdict." + verdict + ".why"]}<br>
                    <span class="soft">{t["triage.then", t.Of(triage.WayOf(verdict))]}</span></span></label>
                    """
                );
            });
        return SubjectPart.Brief(visit.Viewer, visit.File)
            + Html.Of(
                $"""
            <section class="card">{visit.Form(Html.Of($"""
            <fieldset><legend>{t["triage.question"]}</legend>{choices}</fieldset>
            {LinkVisit.Area("comment", t["form.comment.optional"], sent["comment"], 4_000)}
            <div class="buttons"><button>{t["triage.button"]}</button></div>
            """))}</section>
            """
            )
            + SubjectPart.Rest(visit.Viewer, visit.File);
    }

    public static Asked Read(LinkVisit visit, Fields sent, DateTimeOffset now)
    {
        var given = Enum.GetValues<TriageVerdict>()
            .Cast<TriageVerdict?>()
            .FirstOrDefault(one => one.ToString() == sent["verdict"]);
        if (given is not { } verdict)
            return new Asked.Problem(visit.Viewer.T["triage.choose"]);
        var command = new CaseCommand.DecideTriage(now, visit.Person.Id, verdict, sent.Text("comment"));
        return new Asked.Command(command, LinkForms.Signal(visit, "triage"));
    }
}
