using System.Globalization;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Links;

/// <summary>
/// What a person may do to a case at any time: note, hand over, re-grade, answer a setback, release the holding
/// statement, end the watch, stop.
/// </summary>
internal static class CaseForms
{
    /// <summary>The field that says how many events the case had when the page was shown.</summary>
    private const string Moment = "events";

    public static Html Show(LinkVisit visit, Fields sent)
    {
        if (visit.Case.State is not CaseState.Open open)
            return Html.Empty;
        var (t, file) = (visit.Viewer.T, visit.File);
        var directs = file.Playbook.Directors.Any(visit.Person.Has);
        var asked = file.OpenTasks.Any(task => task.People.Contains(visit.Person.Id));
        var note = LinkVisit.Area("text", t["note.text"], Mine("note", "text"), 4_000, required: true);
        var forms = new List<Html> { One(visit, sent, "note", note) };
        if (directs || asked)
        {
            var others = file
                .Roster.Where(person => person.Id != visit.Person.Id && !person.Disabled)
                .Select(person => Html.Of($"""<option value="{person.Id.Value}">{person.Name}</option>"""));
            forms.Add(
                One(
                    visit,
                    sent,
                    "handover",
                    Html.Of(
                        $"""
                        <label for="to">{t["handover.to"]}</label>
                        <select id="to" name="to">{others}</select>{Reason("handover", required: false)}
                        """
                    )
                )
            );
        }

        if (Setbacks.Open(file) is { } setback && (directs || setback.People.Contains(visit.Person.Id)))
            foreach (var way in (string[])[SetbackForm.Keep, SetbackForm.Back])
                forms.Add(One(visit, sent, way, Reason(way, required: false)));

        if (directs)
        {
            var levels = Enum.GetValues<Level>()
                .Where(level => level != Level.None && level != file.Level)
                .Select(level => Html.Of($"""<option value="{level.ToString()}">{t.Of(level)}</option>"""));
            forms.Add(
                One(
                    visit,
                    sent,
                    "regrade",
                    Html.Of(
                        $"""
                        <label for="level">{t["regrade.level"]}</label>
                        <select id="level" name="level">{levels}</select>{Reason("regrade")}
                        """
                    )
                )
            );
            var holding = Html.Of($"""<p>{t["holding.text", file.Playbook.Holding.ApprovedBy]}</p>""");
            if (file.Playbook.Holding.Usable && file.Holding is null)
                forms.Add(One(visit, sent, "holding", holding));
            if (open.Phase is PhaseState.Effect)
                forms.Add(One(visit, sent, "close", Reason("close")));
            forms.Add(One(visit, sent, "stop", Reason("stop")));
        }

        return Html.Of($"""<section class="card"><h2>{t["actions.title"]}</h2>{forms}</section>""");

        string? Mine(string action, string name) => sent["action"] == action ? sent[name] : null;
        Html Reason(string action, bool required = true) =>
            LinkVisit.Area(
                "reason-" + action,
                t[required ? "form.reason" : "form.reason.optional"],
                Mine(action, "reason-" + action),
                2_000,
                required: required
            );
    }

    public static Asked Read(LinkVisit visit, Fields sent, DateTimeOffset now)
    {
        var t = visit.Viewer.T;
        var (by, file) = (visit.Person.Id, visit.File);
        var action = sent["action"] ?? "";
        var reason = sent.Text("reason-" + action);
        var text = sent.Text("text");
        if (action is "regrade" or "close" or "stop" && reason.Length == 0)
            return new Asked.Problem(t["form.reason.missing"]);
        CaseCommand? command = action switch
        {
            "note" when text.Length == 0 => null,
            "note" => new CaseCommand.AddNote(now, by, text),
            "handover" when file.Roster.FirstOrDefault(person => person.Id.Value == sent["to"]) is { } to =>
                new CaseCommand.HandOver(now, by, by, to, null, reason),
            "regrade"
                when Enum.GetValues<Level>().FirstOrDefault(level => level.ToString() == sent["level"])
                    is var level
                        and not Level.None => new CaseCommand.Regrade(now, by, level, reason),
            SetbackForm.Back or SetbackForm.Keep => new CaseCommand.DecideSetback(
                now,
                by,
                action == SetbackForm.Back,
                reason
            ),
            "holding" => new CaseCommand.ReleaseHolding(now, by),
            "close" => new CaseCommand.Close(now, by, reason),
            "stop" => new CaseCommand.Stop(now, by, reason),
            _ => null,
        };
        // The page it was sent from makes the same action at another time another one, and a double click the same; the
        // hash makes other words another signal, also where the case has not taken the first one yet.
        var moment =
            int.TryParse(sent[Moment], NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            && shown <= file.Events
                ? shown
                : file.Events;
        return command is null
            ? new Asked.Problem(t["form.text.missing"])
            : new Asked.Command(
                command,
                LinkForms.Signal(
                    visit,
                    action,
                    string.Create(CultureInfo.InvariantCulture, $"{moment}.{SaidWith.Hash(command)}")
                )
            );
    }

    private static Html One(LinkVisit visit, Fields sent, string action, Html fields)
    {
        var t = visit.Viewer.T;
        var open = sent["action"] == action ? Html.Own(" open") : Html.Empty;
        var colour = action == "stop" ? "bad" : "second";
        return Html.Of(
            $"""
            <details{open}><summary>{t["action." + action]}</summary>{visit.Form(Html.Of($"""
            <input type="hidden" name="action" value="{action}">
            <input type="hidden" name="{Moment}" value="{visit.File.Events}">{fields}
            <div class="buttons"><button class="{colour}">{t["action." + action + ".button"]}</button></div>
            """))}</details>
            """
        );
    }
}
