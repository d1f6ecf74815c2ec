using System.Text;
using CrisisFlow.Cases;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web;

/// <summary>The frame around every page.</summary>
internal static class Layout
{
    public static SiteResponse Page(Viewer viewer, string title, Html main, int status = 200, string? current = null, Html head = default)
    {
        var t = viewer.T;
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="{t.Lang}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {(head.IsEmpty ? Html.Own("<meta name=\"robots\" content=\"noindex\">") : head)}
            <title>{title} · CrisisFlow</title>
            <link rel="stylesheet" href="{SitePaths.Style}">
            </head>
            <body>
            <a class="skip" href="#main">{t["nav.skip"]}</a>
            <header class="site">{Brand(viewer)}{(viewer.Team ? Navigation(viewer, current) : Html.Empty)}</header>
            <main id="main">
            {main}
            </main>
            <footer class="site"><p>{t["nav.times", viewer.Zone.Id, viewer.ZoneName(viewer.Now)]}{Languages(viewer)}</p></footer>
            </body>
            </html>
            """);
        return new SiteResponse(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>A page that says one thing: a refusal, a confirmation, something not found.</summary>
    public static SiteResponse Message(Viewer viewer, int status, string title, string text, Html more = default) =>
        Page(viewer, title, Html.Of($"""<h1>{title}</h1><div class="card"><p class="lead">{text}</p>{more}</div>"""), status);

    private static Html Brand(Viewer viewer) => viewer.Team
        ? Html.Of($"""<a class="brand" href="{SitePaths.Home}">CrisisFlow</a>""")
        : Html.Of($"""<span class="brand">CrisisFlow</span>""");

    private static Html Navigation(Viewer viewer, string? current)
    {
        var t = viewer.T;
        (string Path, string Key)[] entries =
        [
            (SitePaths.Cases, "nav.cases"), (SitePaths.Warnings, "nav.warnings"), (SitePaths.Sources, "nav.sources"),
            (SitePaths.Silences, "nav.silences"), (SitePaths.Statements, "nav.statements"), (SitePaths.Learning, "nav.learning"),
        ];
        var links = entries.Select(entry => entry.Path == current
            ? Html.Of($"""<a href="{entry.Path}" aria-current="page">{t[entry.Key]}</a>""")
            : Html.Of($"""<a href="{entry.Path}">{t[entry.Key]}</a>"""));
        var outbox = viewer.Outbox ? Html.Of($"""<a href="{SitePaths.Outbox}">{t["nav.outbox"]}</a>""") : Html.Empty;
        return Html.Of($"""<nav aria-label="{t["nav.label"]}">{links}{outbox}</nav>""");
    }

    /// <summary>The same page in every other language.</summary>
    private static Html Languages(Viewer viewer)
    {
        var here = viewer.Here + (viewer.Here.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=";
        return Html.Join(Language.All.Where(one => one != viewer.T.Language)
            .Select(one => Html.Of($""" · <a lang="{one.Tag}" hreflang="{one.Tag}" href="{here + one.Code}">{one.OwnName}</a>""")));
    }
}
