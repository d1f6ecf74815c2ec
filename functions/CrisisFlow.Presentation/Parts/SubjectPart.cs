using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Parts;

/// <summary>
/// What a case or a warning is about: the sum behind the index term by term, the reasons, the mentions that show it.
/// </summary>
public static class SubjectPart
{
    private const int BriefEvidence = 2;
    private const int CardEvidence = 5;

    /// <summary>One row of the sum, from either type.</summary>
    public readonly record struct Row(string Indicator, double Measured, double Points);

    public static IEnumerable<Row> Rows(IEnumerable<Term> terms) =>
        terms.Select(term => new Row(term.Indicator.Name, term.Measured, term.Points));

    public static IEnumerable<Row> Rows(IEnumerable<CaseTerm> terms) =>
        terms.Select(term => new Row(term.Indicator, term.Value, term.Points));

    public static Html Sum(Viewer viewer, double index, IEnumerable<Row> rows)
    {
        var t = viewer.T;
        var lines = rows.Select(row =>
            Html.Of(
                $"""
                <tr><td>{Name(viewer, row.Indicator)}</td><td class="n">{Measured(viewer, row)}</td>
                <td class="n">{row.Points:0.0}</td><td class="gauge-cell">{Gauge(row.Points)}</td></tr>
                """
            )
        );
        return Html.Of(
            $"""
            <div class="scroll"><table><thead><tr><th>{t["sum.indicator"]}</th><th class="n">{t["sum.measured"]}</th>
            <th class="n">{t["sum.points"]}</th><th class="gauge-cell" aria-hidden="true"></th></tr></thead>
            <tbody>{lines}</tbody>
            <tfoot><tr><td>{t["sum.total"]} <span class="soft">({t["sum.of"]})</span></td><td></td>
            <td class="n">{index:0.0}</td><td class="gauge-cell"></td></tr></tfoot></table></div>
            """
        );
    }

    private static Html Gauge(double points) =>
        Html.Of(
            $"""<svg class="gauge" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">"""
                + $"""<rect width="{Math.Clamp(points, 0, 100):0.0}" height="8"/></svg>"""
        );

    /// <summary>An indicator's name; one this version does not know is shown as it was stored.</summary>
    public static string Name(Viewer viewer, string indicator) =>
        Indicator.Find(indicator) is { } known ? viewer.T[known.WordingKey] : indicator;

    /// <summary>
    /// A reason in words; what the product wrote as "Reason: story" is worded, what a person wrote stays as it is.
    /// </summary>
    public static string Reason(Viewer viewer, string reason)
    {
        if (FloodPart.Read(viewer, reason) is { } flood)
            return flood;
        var colon = reason.IndexOf(": ", StringComparison.Ordinal);
        return viewer.T.Lines.TryGetValue("WarningReason." + (colon < 0 ? reason : reason[..colon]), out var name)
            ? colon < 0
                ? name
                : viewer.T["reason.story", name, reason[(colon + 2)..]]
            : reason;
    }

    public static Html Evidence(Viewer viewer, IReadOnlyList<CaseEvidence> evidence) =>
        evidence.Count == 0
            ? Html.Of($"""<p class="soft">{viewer.T["evidence.none"]}</p>""")
            : Html.Of($"""<ul class="plain">{evidence.Select(one => Line(viewer, one))}</ul>""");

    private static Html Line(Viewer viewer, CaseEvidence one) =>
        Html.Of(
            $"""<li>{Html.OutsideLink(one.Url, one.Title)}<br>"""
                + $"""<span class="soft">{Part(one.Source)}{Part(one.Author)}{viewer.Stamp(one.At)}</span></li>"""
        );

    public static Html Evidence(Viewer viewer, IReadOnlyList<WarningEvidence> evidence) =>
        evidence.Count == 0
            ? Html.Of($"""<p class="soft">{viewer.T["evidence.none"]}</p>""")
            : Html.Of($"""<ul class="plain">{evidence.Select(one => Line(viewer, one))}</ul>""");

    private static Html Line(Viewer viewer, WarningEvidence one)
    {
        var rank = one.Rank is { } place ? " · " + viewer.T["evidence.rank", place] : "";
        return Html.Of(
            $"""<li>{Html.OutsideLink(one.Url, one.Title)}<br>"""
                + $"""<span class="soft">{Part(one.Source)}{Told(viewer, one)}{rank}</span></li>"""
        );
    }

    /// <summary>Its number of mentions.</summary>
    public static string Told(Viewer viewer, WarningEvidence one) =>
        viewer.T[one.Mentions == 1 ? "evidence.mention" : "evidence.mentions", one.Mentions];

    private static Html Part(string? value) =>
        string.IsNullOrWhiteSpace(value) ? Html.Empty : Html.Of($"{Html.Outside(value)} · ");

    /// <summary>In brief, for the person deciding: why it was raised and the best evidence.</summary>
    public static Html Brief(Viewer viewer, CaseFile file) =>
        Html.Of(
            $"""
            <section class="card"><h2>{viewer.T["case.subject"]}</h2>{Why(viewer, file)}{Evidence(
                viewer,
                [.. file.Subject.Evidence.Take(BriefEvidence)]
            )}</section>
            """
        );

    /// <summary>What <see cref="Brief"/> leaves out: the sum and the other mentions.</summary>
    public static Html Rest(Viewer viewer, CaseFile file) =>
        Html.Of($"""<section class="card">{Details(viewer, file, BriefEvidence)}</section>""");

    /// <summary>The whole card: what it is about, why it was raised, what it rests on.</summary>
    public static Html Card(Viewer viewer, CaseFile file) =>
        Html.Of(
            $"""
            <section class="card"><h2>{viewer.T["case.subject"]}</h2>{Why(viewer, file)}
            {Evidence(viewer, [.. file.Subject.Evidence.Take(CardEvidence)])}{Details(
                viewer,
                file,
                CardEvidence
            )}</section>
            """
        );

    /// <summary>Since when something was held back, and how high it was.</summary>
    public static string Night(Viewer viewer, HeldNews held) =>
        viewer.T[
            "warning.night",
            viewer.Full(held.Since),
            viewer.T.Of(held.Highest),
            viewer.Number(held.Index),
            viewer.Time(held.At)
        ];

    private static Html Why(Viewer viewer, CaseFile file)
    {
        var (t, subject) = (viewer.T, file.Subject);
        var reasons = string.Join(t["list.separator"], subject.Reasons.Select(reason => Reason(viewer, reason)));
        var held = subject.Held;
        var raised = t[
            "case.subject.why",
            viewer.Time(held?.At ?? file.OpenedAt),
            viewer.Number(held?.Index ?? subject.Index)
        ];
        var gap = t.Language.IsCjk ? "" : " ";
        var night = held is null ? "" : gap + Night(viewer, held);
        return Html.Of($"""<p>{raised}{gap}{reasons}{t["sentence.end"]}{night}</p>""");
    }

    private static Html Details(Viewer viewer, CaseFile file, int shown)
    {
        var (t, subject) = (viewer.T, file.Subject);
        var more =
            subject.Evidence.Count > shown
                ? Html.Of(
                    $"""<details><summary>{t["evidence.more", subject.Evidence.Count - shown]}</summary>"""
                        + $"""{Evidence(viewer, [.. subject.Evidence.Skip(shown)])}</details>"""
                )
                : Html.Empty;
        return Html.Of(
            $"""
            {more}
            <details><summary>{t["sum.title"]}</summary>{Sum(viewer, subject.Index, Rows(subject.Terms))}</details>
            """
        );
    }

    private static string Measured(Viewer viewer, Row row) =>
        Indicator.Find(row.Indicator)?.Unit switch
        {
            IndicatorUnit.Share => viewer.Number(row.Measured * 100) + " %",
            IndicatorUnit.Score => viewer.Number(row.Measured, "0.00"),
            _ => viewer.Number(row.Measured, "#,0.#"),
        };
}
