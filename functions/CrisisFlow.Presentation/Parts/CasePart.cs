using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Presentation.Parts;

/// <summary>Pieces of a case that several pages show.</summary>
public static class CasePart
{
    /// <summary>The story as the page's heading, with level and phase.</summary>
    public static Html Heading(Viewer viewer, CaseState state, CaseFile file, string? over = null) =>
        Html.Of(
            $"""
            {(over is null ? Html.Empty : Html.Of($"""<p class="soft">{over}</p>"""))}
            <h1>{Html.Outside(file.Subject.Story)}</h1>
            <p>{Tags.Of(viewer, file.Level)} {Standing(viewer, state)} {(
                file.IsDrill ? Tags.Word(viewer.T["case.drill"], "yellow") : Html.Empty
            )} <span class="soft">{file.Subject.Topic}{(
                file.Subject.Category is { } category ? " · " + viewer.T.Of(category) : ""
            )}</span></p>
            """
        );

    public static Html Standing(Viewer viewer, CaseState state) =>
        state switch
        {
            CaseState.Open open => Tags.Word(viewer.T.Of(open.Phase.Name)),
            CaseState.Closed closed => Tags.Word(viewer.T.Of(closed.Ended.Ending), "good"),
            _ => Html.Empty,
        };

    /// <summary>The phases in order, those behind and the present one marked.</summary>
    public static Html Steps(Viewer viewer, CaseState state)
    {
        var now = (state as CaseState.Open)?.Phase.Name;
        var steps = Enum.GetValues<CasePhase>()
            .Select(phase =>
                phase == now ? Html.Of($"""<li class="now" aria-current="step">{viewer.T.Of(phase)}</li>""")
                : now is null || phase < now ? Html.Of($"""<li class="done">{viewer.T.Of(phase)}</li>""")
                : Html.Of($"""<li>{viewer.T.Of(phase)}</li>""")
            );
        return Html.Of($"""<ol class="steps" aria-label="{viewer.T["case.phases"]}">{steps}</ol>""");
    }

    public static Html Facts(Viewer viewer, CaseFile file) =>
        file.Facts.Count == 0
            ? Html.Of($"""<p class="soft">{viewer.T["facts.none"]}</p>""")
            : Html.Of($"""<ul class="plain">{file.Facts.Select(fact => FactLine(viewer, file, fact))}</ul>""");

    private static Html FactLine(Viewer viewer, CaseFile file, Fact fact)
    {
        var question = Question(viewer, file, fact) is { } asked
            ? Html.Of($"<strong>{asked}</strong><br>")
            : Html.Empty;
        return Html.Of(
            $"""<li>{question}{Html.OutsideLines(fact.Text)}<br>"""
                + $"""<span class="soft">{file.NameOf(fact.By)} · {viewer.Stamp(fact.At)}</span></li>"""
        );
    }

    public static Html FactsCard(Viewer viewer, CaseFile file) =>
        Html.Of(
            $"""<section class="card"><h2>{viewer.T["facts.title"]}</h2>"""
                + $"""{TriageLine(viewer, file)}{Facts(viewer, file)}</section>"""
        );

    public static Html TriageLine(Viewer viewer, CaseFile file) =>
        file.Triage is not { } triage
            ? Html.Empty
            : Html.Of(
                $"""
                <p>{viewer.T[
                    "triage.decided",
                    file.NameOf(triage.By),
                    viewer.T.Of(triage.Verdict),
                    viewer.Time(triage.At)
                ]} {Html.OutsideLines(triage.Comment)}</p>
                """
            );

    /// <summary>One version with all its texts.</summary>
    public static Html Version(Viewer viewer, StatementVersion version) =>
        Html.Join(version.Texts.Select(text => Text(viewer, text)));

    public static Html Text(Viewer viewer, StatementText text) =>
        Html.Of(
            $"""
            <h3>{Channel(viewer, text.Channel)} · {viewer.T.Of(text.Language)}</h3>
            <div class="statement" lang="{Lang(text.Language)}"><p><strong>{Html.OutsideLines(
                text.Title
            )}</strong></p><p>{Html.OutsideLines(text.Body)}</p></div>
            """
        );

    /// <summary>The first characters of a hash: enough to compare by eye.</summary>
    public static Html Hash(string hash) =>
        Html.Of($"""<span class="hash">{(hash.Length > 12 ? hash[..12] : hash)}</span>""");

    /// <summary>A channel's name; a playbook's own channel is shown as it is called there.</summary>
    public static string Channel(Viewer viewer, string channel) =>
        viewer.T.Lines.TryGetValue("channel." + channel, out var name) ? name : channel;

    public static string Lang(Language language) => language.Tag;

    public static string Local(Viewer viewer, LocalText text) => text.For(viewer.T.Language);

    public static Html OpenTasks(Viewer viewer, CaseFile file)
    {
        var open = file.OpenTasks.ToList();
        return open.Count == 0
            ? Html.Of($"""<p class="soft">{viewer.T["tasks.none"]}</p>""")
            : Html.Of(
                $"""
                <ul class="plain">{open.Select(task => TaskLine(viewer, file, task))}</ul>
                """
            );
    }

    private static Html TaskLine(Viewer viewer, CaseFile file, CaseTask task)
    {
        var t = viewer.T;
        var optional = task.Required ? Html.Empty : Html.Of($" {Tags.Word(t["task.optional"])}");
        var late = task.Due < viewer.Now ? Html.Of($" {Tags.Word(t["task.late"], "red")}") : Html.Empty;
        return Html.Of(
            $"""<li><strong>{Local(viewer, task.Title)}</strong>{optional}<br>"""
                + $"""{string.Join(t["list.separator"], task.People.Select(file.NameOf))}<br>"""
                + $"""<span class="soft">{t["task.due"]} {viewer.Stamp(task.Due)}{late}</span></li>"""
        );
    }

    /// <summary>The task a fact answers; null for an unsolicited fact.</summary>
    public static string? Question(Viewer viewer, CaseFile file, Fact fact) =>
        fact.Task is { } id && file.TaskOf(id) is { } task ? Local(viewer, task.Title) : null;
}
