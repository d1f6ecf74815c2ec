using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Warnings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Links;

/// <summary>Everything under /l/: GET and HEAD show, only the POST of a button decides.</summary>
internal sealed class LinkPage(CaseView cases)
{
    public static async Task<IResult> ShowAsync(
        string token,
        HttpContext context,
        LinkGate gate,
        LinkPage page,
        DismissalPage dismissals,
        TopicView topics,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(context, token, cancellation) switch
        {
            LinkEntry.ToCase { Visit: var visit } => await page.ShowAsync(
                visit,
                Fields.None,
                null,
                StatusCodes.Status200OK,
                cancellation
            ),
            LinkEntry.ToWarnings entry => await topics.ShowAsync(entry.Viewer, entry.Topic, cancellation)
                ?? LinkMessages.NoTopic(entry.Viewer),
            LinkEntry.ToDismissal { Visit: var visit } => await dismissals.ShowAsync(visit, cancellation),
            var entry => ((LinkEntry.Refused)entry).Page,
        };

    public static async Task<IResult> DecideAsync(
        string token,
        HttpContext context,
        LinkGate gate,
        LinkDecision decision,
        DismissalPage dismissals,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(context, token, cancellation) switch
        {
            LinkEntry.ToCase { Visit: var visit } => await decision.TakeAsync(visit, context.Request, cancellation),
            LinkEntry.ToDismissal { Visit: var visit } => await dismissals.TakeAsync(
                visit,
                context.Request,
                cancellation
            ),
            // A warning's page is there to be read; there is nothing to decide on it.
            LinkEntry.ToWarnings => ReadOnly(context),
            var entry => ((LinkEntry.Refused)entry).Page,
        };

    /// <param name="sent">What was sent and could not be taken; its fields are filled in again.</param>
    public async Task<PageResult> ShowAsync(
        LinkVisit visit,
        Fields sent,
        string? problem,
        int status,
        CancellationToken cancellation
    )
    {
        var (viewer, purpose) = (visit.Viewer, visit.Link.Purpose);
        if (purpose == LinkPurpose.TalkTrack)
            return TalkTrackPage.Show(viewer, visit.Case);
        if (purpose == LinkPurpose.Case)
            return await cases.ShowAsync(
                viewer,
                visit.Case,
                OwnForm.Problem(problem),
                CaseForms.Show(visit, sent),
                status,
                cancellation
            );
        var standing = LinkStates.Of(visit);
        var asks = standing == LinkStanding.Asked || (problem is not null && LinkStates.MayDraftAgain(visit, standing));
        return !asks
            ? LinkStates.Page(visit, standing, status)
            : Layout.Page(
                viewer,
                visit.File.Subject.Story,
                Html.Of(
                    $"""
                    {LinkStates.Head(visit)}
                    {OwnForm.Problem(problem)}
                    {LinkForms.Show(visit, visit.Task!, sent)}
                    """
                ),
                status
            );
    }

    private static IResult ReadOnly(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        return Layout.Plain(StatusCodes.Status405MethodNotAllowed, "Method not allowed.");
    }
}
