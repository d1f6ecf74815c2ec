using System.Text;
using CrisisFlow.Cases;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>The frame around every page, and single-message pages.</summary>
internal static class Layout
{
    /// <param name="current">Path of the navigation's entry that the page belongs to.</param>
    /// <param name="head">For search engines and feed readers, in place of "noindex".</param>
    public static PageResult Page(
        Viewer viewer,
        string title,
        Html main,
        int status = 200,
        string? current = null,
        Html head = default,
        Exposure exposure = Exposure.Private
    )
    {
        var t = viewer.T;
        return new PageResult(
            status,
            Html.Of(
                $"""
                <!DOCTYPE html>
                <html lang="{t.Lang}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                {(head.IsEmpty ? Html.Own("<meta name=\"robots\" content=\"noindex\">") : head)}
                <title>{title} · CrisisFlow</title>
                <link rel="stylesheet" href="{viewer.Paths.Style}">
                </head>
                <body>
                <a class="skip" href="#main">{t["nav.skip"]}</a>
                <header class="site">{Brand(viewer)}{(viewer.Team ? Navigation(viewer, current) : Html.Empty)}</header>
                <main id="main">
                {main}
                </main>
                <footer class="site"><p>{t["nav.times", viewer.ZoneId, viewer.ZoneName(viewer.Now)]}
                {Languages(viewer)}</p></footer>
                </body>
                </html>
                """
            )
        )
        {
            Exposure = exposure,
        };
    }

    /// <summary>A single-message page: a refusal, a confirmation, something not found.</summary>
    public static PageResult Message(Viewer viewer, int status, string title, string text, Html more = default) =>
        Page(
            viewer,
            title,
            Html.Of(
                $"""
                <h1>{title}</h1><div class="card"><p class="lead">{text}</p>{more}</div>
                """
            ),
            status
        );

    public static PageResult NotFound(Viewer viewer) =>
        Message(
            viewer,
            StatusCodes.Status404NotFound,
            viewer.T["error.404.title"],
            viewer.T["error.404"],
            Back(viewer)
        );

    public static PageResult NotAdmitted(Viewer viewer) =>
        Message(viewer, StatusCodes.Status403Forbidden, viewer.T["error.403.title"], viewer.T["error.403"]);

    /// <summary>A plain sentence for clients that do not want a page.</summary>
    public static IResult Plain(int status, string text) =>
        TypedResults.Text(text, "text/plain", Encoding.UTF8, status);

    /// <summary>A link onwards for those who may see the team's pages; others have their mail.</summary>
    public static Html Back(Viewer viewer) =>
        viewer.Team ? Html.Of($"""<p><a href="{viewer.Paths.Home}">{viewer.T["nav.home"]}</a></p>""") : Html.Empty;

    /// <summary>Where a list is empty.</summary>
    public static Html Nothing(Viewer viewer, string key) => Html.Of($"""<p class="soft">{viewer.T[key]}</p>""");

    private static Html Brand(Viewer viewer) =>
        viewer.Team
            ? Html.Of($"""<a class="brand" href="{viewer.Paths.Home}">CrisisFlow</a>""")
            : Html.Of($"""<span class="brand">CrisisFlow</span>""");

    private static Html Navigation(Viewer viewer, string? current)
    {
        var (t, paths) = (viewer.T, viewer.Paths);
        (string Path, string Key)[] entries =
        [
            (paths.Cases, "nav.cases"),
            (paths.Warnings, "nav.warnings"),
            (paths.Sources, "nav.sources"),
            (paths.Silences, "nav.silences"),
            (paths.Statements, "nav.statements"),
            (paths.Learning, "nav.learning"),
        ];
        var links = entries.Select(entry =>
            entry.Path == current
                ? Html.Of($"""<a href="{entry.Path}" aria-current="page">{t[entry.Key]}</a>""")
                : Html.Of($"""<a href="{entry.Path}">{t[entry.Key]}</a>""")
        );
        var outbox = viewer.Outbox ? Html.Of($"""<a href="{paths.Outbox}">{t["nav.outbox"]}</a>""") : Html.Empty;
        return Html.Of($"""<nav aria-label="{t["nav.label"]}">{links}{outbox}</nav>""");
    }

    /// <summary>The same page in every other language.</summary>
    private static Html Languages(Viewer viewer)
    {
        var here = viewer.Here + "?lang=";
        return Html.Join(
            Language
                .All.Where(one => one != viewer.T.Language)
                .Select(one =>
                    Html.Of(
                        $"""
                        · <a lang="{one.Tag}" hreflang="{one.Tag}" href="{here}{one.Code}">{one.OwnName}</a>
                        """
                    )
                )
        );
    }
}
