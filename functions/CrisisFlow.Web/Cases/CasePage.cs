using CrisisFlow.Cases;
using CrisisFlow.Response.Engine;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Cases;

/// <summary>One case as the team sees it.</summary>
internal static class CasePage
{
    public static async Task<IResult> ShowAsync(
        string id,
        Visitor visitor,
        CaseJournal journal,
        CaseView view,
        CancellationToken cancellation
    ) =>
        await journal.ReadAsync(new CaseId(id), cancellation) is { } record
            ? await view.ShowAsync(visitor.Viewer, record, default, default, StatusCodes.Status200OK, cancellation)
            : Layout.NotFound(visitor.Viewer);
}
