using CrisisFlow.Presentation.Markup;
using CrisisFlow.Response.Engine;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Cases;

/// <summary>All cases, newest first.</summary>
internal static class CasesPage
{
    private const int Most = 200;

    public static async Task<IResult> ShowAsync(Visitor visitor, CaseJournal journal, CancellationToken cancellation)
    {
        var viewer = visitor.Viewer;
        var cases = await journal.ListAsync(Most, cancellation).ToListAsync(cancellation);
        var list =
            cases.Count == 0
                ? Layout.Nothing(viewer, "home.nocases")
                : Html.Join(cases.Select(one => CaseCard.Show(viewer, one)));
        var title = viewer.T["nav.cases"];
        return Layout.Page(viewer, title, Html.Of($"<h1>{title}</h1>{list}"), current: viewer.Paths.Cases);
    }
}
