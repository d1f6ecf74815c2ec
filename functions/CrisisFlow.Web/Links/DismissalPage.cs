using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Warnings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Links;

/// <summary>One warning, and the button that dismisses it; afterwards who did, when and why.</summary>
internal sealed class DismissalPage(
    WarningJournal journal,
    TopicSet topics,
    TopicEvaluation evaluation,
    WarningSight sight,
    LinkSigner signer,
    CrisisFlowSettings settings,
    TimeProvider time,
    ILogger<DismissalPage> log
)
{
    public Task<PageResult> ShowAsync(DismissalVisit visit, CancellationToken cancellation) =>
        ShowAsync(visit, Fields.None, null, StatusCodes.Status200OK, cancellation);

    public async Task<PageResult> TakeAsync(DismissalVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var form = await OwnForm.ReadAsync(request, signer, visit.Token, cancellation);
        if (form is OwnFormReading.Refused refusal)
        {
            SiteLog.FormRefused(log, refusal.Reason, visit.Warning, visit.Caller);
            return Layout.Message(
                visit.Viewer,
                refusal.Status,
                visit.Viewer.T[$"link.{refusal.Reason}.title"],
                visit.Viewer.T[$"link.{refusal.Reason}"]
            );
        }

        var sent = ((OwnFormReading.Good)form).Fields;
        var (command, problem) = DismissForm.Read(sent, visit.Warning, visit.Person.Name, time.GetUtcNow());
        if (command is null)
            return await ShowAsync(
                visit,
                sent,
                visit.Viewer.T[problem],
                StatusCodes.Status422UnprocessableEntity,
                cancellation
            );
        // A topic that left settings has no open warning: the page says so.
        if (topics.Find(visit.Topic) is not { } topic)
            return await ShowAsync(visit, sent, null, StatusCodes.Status409Conflict, cancellation);
        switch (await evaluation.TellAsync(topic, command, cancellation))
        {
            case WarningDecision.Refused refused:
                SiteLog.FormRefused(log, refused.Reason.ToString(), visit.Warning, visit.Caller);
                return await ShowAsync(
                    visit,
                    sent,
                    visit.Viewer.T.Of(refused.Reason),
                    StatusCodes.Status409Conflict,
                    cancellation
                );
            case WarningDecision.Accepted { Events.Count: 0 }:
                return await ShowAsync(visit, sent, null, StatusCodes.Status409Conflict, cancellation);
            default:
                SiteLog.WarningDismissed(log, visit.Warning, visit.Caller);
                return await ShowAsync(visit, cancellation);
        }
    }

    private async Task<PageResult> ShowAsync(
        DismissalVisit visit,
        Fields sent,
        string? problem,
        int status,
        CancellationToken cancellation
    )
    {
        var (viewer, t) = (visit.Viewer, visit.Viewer.T);
        if (await journal.ViewAsync(visit.Topic, visit.Warning, cancellation) is not { } warning)
            return LinkMessages.NoWarning(viewer);
        if (warning.Cleared is { } at)
            return Over(visit, warning, at, status);
        var unknown = await sight.UnknownAsync([visit.Topic], viewer.Now, cancellation);
        var missing = unknown.GetValueOrDefault(warning.Id, []);
        return Layout.Page(
            viewer,
            t["dismiss.title"],
            Html.Of(
                $"""
                <h1>{t["dismiss.title"]}</h1>
                {OwnForm.Problem(problem)}
                {WarningCards.Whole(viewer, warning, missing, linked: false)}
                <section class="card">{DismissForm.Show(
                    viewer,
                    viewer.Paths.Link(visit.Token),
                    visit.Seal,
                    warning.Id,
                    warning.Level,
                    DismissalPart.Quiet(viewer, warning.Level, settings),
                    asksName: false,
                    sent
                )}</section>
                """
            ),
            status
        );
    }

    /// <summary>200 for whoever dismissed it, however often they look; for others their question is gone.</summary>
    private static PageResult Over(DismissalVisit visit, WarningView warning, DateTimeOffset at, int status)
    {
        var (viewer, t) = (visit.Viewer, visit.Viewer.T);
        var mine = warning.DismissedBy == visit.Person.Name;
        var title = t[warning.DismissedBy is null ? "dismiss.over" : "dismiss.done"];
        return Layout.Page(
            viewer,
            title,
            Html.Of(
                $"""
                <h1>{title}</h1>
                {WarningCards.Whole(viewer, warning, [], linked: false)}
                """
            ),
            mine ? StatusCodes.Status200OK
                : status == StatusCodes.Status200OK ? StatusCodes.Status410Gone
                : status
        );
    }
}
