using System.Globalization;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Charts;

/// <summary>
/// The two drawings of a case: how much was said and how much of it was negative, and the risk index against the
/// levels.
/// </summary>
public static class CaseCharts
{
    /// <summary>Points drawn at most; more are summed up in equal groups.</summary>
    private const int Most = 320;

    public static Html Volume(Viewer viewer, IReadOnlyList<HourPoint> points, IReadOnlyList<PlotMark> marks)
    {
        if (points.Count == 0)
            return None(viewer);
        var (groups, hours) = Group(points);
        var plot = new Plot(
            groups[0].Hour,
            groups[^1].Hour.AddHours(hours),
            Plot.Round(groups.Max(point => point.Mentions))
        );
        var width = Math.Max(0.6, plot.HourWidth * hours - (groups.Count > 150 ? 0 : 1));
        var bars = groups.Select(point =>
            Html.Of(
                $"""
                <rect class="all" x="{plot.X(point.Hour):0.0}" y="{plot.Y(
                    point.Mentions
                ):0.0}" width="{width:0.0}" height="{plot.Floor
                    - plot.Y(point.Mentions):0.0}"/><rect class="negative" x="{plot.X(point.Hour):0.0}" y="{plot.Y(
                    point.Negative
                ):0.0}" width="{width:0.0}" height="{plot.Floor - plot.Y(point.Negative):0.0}"/>
                """
            )
        );
        var peak = groups.MaxBy(point => point.Mentions)!;
        var t = viewer.T;
        var told = t[
            "chart.volume.told",
            points.Sum(point => point.Mentions),
            points.Sum(point => point.Negative),
            peak.Mentions,
            viewer.Time(peak.Hour)
        ];
        return Figure(
            told,
            Axes(viewer, plot, groups[0].Hour) + Html.Join(bars) + Marks(plot, marks),
            Html.Of(
                $"""<span class="key all"></span>{t[hours == 1 ? "chart.mentions" : "chart.mentions.grouped", hours]}"""
                    + $"""<span class="key negative"></span>{t["chart.negative"]}{MarkKey(viewer, plot, marks)}"""
            )
        );
    }

    /// <param name="limits">Threshold to enter of each level, 0 to 100.</param>
    public static Html Index(
        Viewer viewer,
        IReadOnlyList<HourPoint> points,
        IReadOnlyDictionary<Level, double> limits,
        IReadOnlyList<PlotMark> marks
    )
    {
        var taken = points.Where(point => point.Index is not null).ToList();
        if (taken.Count == 0)
            return None(viewer);
        var plot = new Plot(points[0].Hour, points[^1].Hour.AddHours(1), 100);
        var lines = limits
            .OrderBy(limit => limit.Key)
            .Select(limit =>
                Html.Of(
                    $"""
                    <line class="limit {Tags.Css(limit.Key)}" x1="{Plot.Left}" x2="{Plot.Width
                        - Plot.Right}" y1="{plot.Y(limit.Value):0.0}" y2="{plot.Y(
                        limit.Value
                    ):0.0}"/><text x="{Plot.Left + 4}" y="{plot.Y(limit.Value) - 4:0.0}">{viewer.T.Of(
                        limit.Key
                    )} {viewer.Number(limit.Value)}</text>
                    """
                )
            );
        var path = string.Join(
            ' ',
            taken.Select(point =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plot.X(point.Hour):0.0},{plot.Y(point.Index!.Value):0.0}"
                )
            )
        );
        var peak = taken.MaxBy(point => point.Index)!;
        var told = viewer.T[
            "chart.index.told",
            viewer.Number(peak.Index!.Value),
            viewer.Time(peak.Hour),
            viewer.Number(taken[^1].Index!.Value)
        ];
        return Figure(
            told,
            Axes(viewer, plot, points[0].Hour)
                + Html.Join(lines)
                + Html.Of($"""<polyline class="index" points="{path}"/>""")
                + Marks(plot, marks),
            Html.Of($"""<span class="key index"></span>{viewer.T["chart.index"]}{MarkKey(viewer, plot, marks)}""")
        );
    }

    private static Html Figure(string told, Html drawing, Html key) =>
        Html.Of(
            $"""
            <figure>
            <svg class="chart" viewBox="0 0 {Plot.Width} {Plot.Height}" role="img" aria-label="{told}">{drawing}</svg>
            <figcaption>{told}<br>{key}</figcaption></figure>
            """
        );

    private static Html None(Viewer viewer) => Html.Of($"""<p class="soft">{viewer.T["chart.none"]}</p>""");

    private static Html Axes(Viewer viewer, Plot plot, DateTimeOffset from)
    {
        var levels = ((double[])[0, plot.Top / 2, plot.Top]).Select(value =>
            Html.Of(
                $"""
                <line class="axis" x1="{Plot.Left}" x2="{Plot.Width - Plot.Right}" y1="{plot.Y(value):0.0}" y2="{plot.Y(
                    value
                ):0.0}"/><text x="{Plot.Left - 6}" y="{plot.Y(value) + 4:0.0}" text-anchor="end">{viewer.Number(
                    value
                )}</text>
                """
            )
        );
        var step = plot.Step();
        var first = TimeZoneInfo.ConvertTime(from, viewer.Zone);
        var at = first.AddHours(Math.Ceiling(first.TimeOfDay.TotalHours / step) * step - first.TimeOfDay.TotalHours);
        var labels = new List<Html>();
        for (; plot.Holds(at) && plot.X(at) < Plot.Width - 30; at = at.AddHours(step))
        {
            var text = at.ToString(step >= 24 || at.Hour == 0 ? "MM-dd" : "HH:mm", CultureInfo.InvariantCulture);
            labels.Add(
                Html.Of($"""<text x="{plot.X(at):0.0}" y="{Plot.Height - 6}" text-anchor="middle">{text}</text>""")
            );
        }

        return Html.Join(levels) + Html.Join(labels);
    }

    private static Html Marks(Plot plot, IReadOnlyList<PlotMark> marks) =>
        Html.Join(
            marks
                .Where(mark => plot.Holds(mark.At))
                .Select(mark =>
                    Html.Of(
                        $"""
                        <g><title>{mark.Label}</title><line class="mark" x1="{plot.X(mark.At):0.0}" x2="{plot.X(
                            mark.At
                        ):0.0}" y1="{Plot.Above}" y2="{plot.Floor:0.0}"/><circle class="mark-head" cx="{plot.X(
                            mark.At
                        ):0.0}" cy="{Plot.Above}" r="4"/></g>
                        """
                    )
                )
        );

    private static Html MarkKey(Viewer viewer, Plot plot, IReadOnlyList<PlotMark> marks) =>
        marks.Any(mark => plot.Holds(mark.At))
            ? Html.Of($"""<span class="key published"></span>{viewer.T["chart.published"]}""")
            : Html.Empty;

    private static (IReadOnlyList<HourPoint> Groups, int Hours) Group(IReadOnlyList<HourPoint> points)
    {
        var hours = (points.Count + Most - 1) / Most;
        return hours <= 1
            ? (points, 1)
            : (
                points
                    .Chunk(hours)
                    .Select(chunk => new HourPoint(
                        chunk[0].Hour,
                        chunk.Sum(point => point.Mentions),
                        chunk.Sum(point => point.Negative),
                        chunk[^1].Index
                    ))
                    .ToList(),
                hours
            );
    }
}
