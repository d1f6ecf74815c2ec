using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Warnings;

/// <summary>Warnings as cards, and what happened to them as a list; each with its reason and its sum.</summary>
internal static class WarningCards
{
    /// <param name="unknown">Sources that told the story and cannot be read; empty when all can.</param>
    public static Html Summary(Viewer viewer, WarningView warning, IEnumerable<UnreadSpan> unknown) =>
        Html.Of(
            $"""
            <article class="card item {Tags.Css(warning.Level)}">{Head(viewer, warning, linked: true)}
            {Unknown.OfStory(viewer, unknown)}</article>
            """
        );

    /// <param name="unknown">Sources that told the story and cannot be read; empty when all can.</param>
    /// <param name="linked">Whether its title leads to its topic; not for whoever came by a link.</param>
    public static Html Whole(Viewer viewer, WarningView warning, IEnumerable<UnreadSpan> unknown, bool linked = true) =>
        Html.Of(
            $"""
            <article class="card item {(warning.Cleared is null ? Tags.Css(warning.Level) : "")}">{Head(
                viewer,
                warning,
                linked
            )}{Unknown.OfStory(viewer, unknown)}
            <details><summary>{viewer.T["sum.title"]}</summary>
            {SubjectPart.Sum(viewer, warning.Index, SubjectPart.Rows(warning.Terms))}
            {SubjectPart.Evidence(viewer, warning.Evidence)}</details></article>
            """
        );

    /// <param name="form">What can be done about it; empty when nothing can.</param>
    /// <param name="unknown">Sources that told the story and cannot be read; empty when all can.</param>
    public static Html Open(Viewer viewer, OpenWarning warning, IEnumerable<UnreadSpan> unknown, Html form) =>
        Html.Of(
            $"""
            <article class="card item {Tags.Css(warning.Level)}"><h3>{Html.Outside(warning.Story)}</h3>
            <p>{Tags.Of(viewer, warning.Level)}
            <span class="soft">{viewer.T["warning.index", viewer.Number(warning.Index)]}
            · {viewer.T["warning.since"]} {viewer.Stamp(warning.Since)}</span></p>
            <p>{viewer.T.Of(warning.Reason)}</p>{FloodPart.Line(viewer, warning.Flood)}{Unknown.OfStory(
                viewer,
                unknown
            )}{SubjectPart.Evidence(
                viewer,
                [.. warning.Evidence]
            )}
            <details><summary>{viewer.T["sum.title"]}</summary>
            {SubjectPart.Sum(viewer, warning.Index, SubjectPart.Rows(warning.Terms))}</details>{form}</article>
            """
        );

    /// <summary>Who dismissed it and why; empty when nobody did.</summary>
    private static Html Dismissed(Viewer viewer, WarningView warning) =>
        warning.DismissedBy is not { } by
            ? Html.Empty
            : Html.Of(
                $"""
                <p>{viewer.T["warning.dismissed", by]}</p>
                <p class="note">{Html.OutsideLines(warning.DismissedWhy ?? "")}</p>
                """
            );

    public static Html Events(Viewer viewer, IEnumerable<WarningEvent> events) =>
        Html.Of($"""<ol class="timeline">{events.Select(happened => Line(viewer, happened))}</ol>""");

    private static Html Head(Viewer viewer, WarningView warning, bool linked)
    {
        var t = viewer.T;
        var level = warning.Cleared is null
            ? Tags.Of(viewer, warning.Level)
            : Html.Of(
                $"""
                {Tags.Word(t["warning.cleared"], "good")} {t["warning.highest"]} {Tags.Of(viewer, warning.Highest)}
                """
            );
        var until = warning.Cleared is { } cleared
            ? Html.Of($" · {t["warning.until"]} {viewer.Stamp(cleared)}")
            : Html.Empty;
        var story = Html.Outside(warning.Story);
        var title = linked ? Html.Of($"""<a href="{viewer.Paths.Topic(warning.Topic.Value)}">{story}</a>""") : story;
        return Html.Of(
            $"""
            <h3>{title}</h3>
            <p>{level} <span class="soft">{t["warning.index", viewer.Number(warning.Index)]}
            · {t["warning.since"]} {viewer.Stamp(warning.Since)}{until}</span></p>
            {FirstAndLast(Told(warning)).Select(reason => Html.Of($"<p>{t.Of(reason)}{t["sentence.end"]}</p>"))}
            {FloodPart.Line(viewer, warning.Flood)}{Dismissed(viewer, warning)}
            """
        );
    }

    /// <summary>That somebody dismissed it is told with the name.</summary>
    private static IReadOnlyList<WarningReason> Told(WarningView warning) =>
        warning.DismissedBy is null
            ? warning.Reasons
            : [.. warning.Reasons.Where(reason => reason != WarningReason.Dismissed)];

    /// <summary>Why it was raised and what happened to it last; everything between is on the topic's page.</summary>
    private static IEnumerable<WarningReason> FirstAndLast(IReadOnlyList<WarningReason> reasons) =>
        reasons is [var first, .., var last] && first != last ? [first, last] : reasons.Take(1);

    private static Html Line(Viewer viewer, WarningEvent happened)
    {
        var t = viewer.T;
        return happened switch
        {
            WarningEvent.Raised e => Item(
                Tags.Css(e.Level),
                t[
                    e.Reason == WarningReason.Bundled ? "warning.bundled"
                    : e.From == Level.None ? "warning.raised"
                    : "warning.up",
                    t.Of(e.Level),
                    viewer.Number(e.Index)
                ],
                e.Story,
                t.Of(e.Reason) + Flooded(e.Flood),
                Sum(e.Index, e.Terms)
            ),
            WarningEvent.Changed e => Item(
                Tags.Css(e.Level),
                t["warning.down", t.Of(e.From), t.Of(e.Level), viewer.Number(e.Index)],
                e.Story,
                t.Of(e.Reason),
                Sum(e.Index, e.Terms)
            ),
            WarningEvent.Cleared { Reason: WarningReason.Dismissed } e => Item(
                "good",
                t["warning.dismissed", e.By ?? ""],
                e.Story,
                e.Why ?? t.Of(e.Reason)
            ),
            WarningEvent.Cleared e => Item("good", t["warning.clear", viewer.Number(e.Index)], e.Story, t.Of(e.Reason)),
            WarningEvent.HeldBack e => Item(
                "",
                t["warning.held", t.Of(e.Level), viewer.Number(e.Index)],
                e.Story,
                t.Of(e.Reason)
                    + Flooded(e.Flood)
                    + (e.Until is { } until ? " " + t["warning.held.until", viewer.Time(until)] : ""),
                Sum(e.Index, e.Terms)
            ),
            WarningEvent.MailDue e => Item(
                Tags.Css(e.Level),
                t["warning.maildue", t.Of(e.Level)],
                e.Story,
                t.Of(e.Reason) + (e.Held is { } held ? " " + SubjectPart.Night(viewer, held) : "")
            ),
            WarningEvent.SilenceBegan e => Item("", t["warning.silence", e.By, viewer.Time(e.Until)], null, e.Why),
            WarningEvent.SilenceEnded e => Item(
                "",
                e.By is { } by ? t["warning.silence.ended.by", by] : t["warning.silence.ended"],
                null,
                ""
            ),
            WarningEvent.TopicRetired => Item("", t["warning.retired"], null, ""),
            WarningEvent.TopicReturned => Item("", t["warning.returned"], null, ""),
            _ => Html.Empty,
        };

        string Flooded(Flood? flood) => flood is null ? "" : t["list.separator"] + FloodPart.Text(viewer, flood);

        Html Item(string colour, string text, string? story, string reason, Html sum = default)
        {
            var about = story is null ? Html.Empty : Html.Of($"<br>{Html.Outside(story)}");
            return Html.Of(
                $"""
                <li class="{colour}">{viewer.Stamp(happened.At)}{text}{about}
                <div class="soft">{Html.Outside(reason)}</div>{sum}</li>
                """
            );
        }

        Html Sum(double index, IReadOnlyList<Term> terms) =>
            Html.Of(
                $"""
                <details><summary>{t["sum.title"]}</summary>
                {SubjectPart.Sum(viewer, index, SubjectPart.Rows(terms))}</details>
                """
            );
    }
}
