using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Warnings;

/// <summary>Takes what the team sends from a topic's page: a warning is dismissed.</summary>
internal sealed class WarningDismissal(
    TopicView view,
    TopicSet topics,
    TopicEvaluation evaluation,
    LinkSigner signer,
    TimeProvider time,
    ILogger<WarningDismissal> log
)
{
    public static Task<IResult> TakeAsync(
        string topic,
        HttpContext context,
        Visitor visitor,
        WarningDismissal dismissal,
        CancellationToken cancellation
    ) => dismissal.TakeAsync(topic, context, visitor.Viewer, cancellation);

    private async Task<IResult> TakeAsync(string id, HttpContext context, Viewer viewer, CancellationToken cancellation)
    {
        if (topics.Find(new TopicId(id)) is not { } topic)
            return Layout.NotFound(viewer);
        var form = await OwnForm.ReadAsync(context.Request, signer, TopicView.SealedFor(topic.Id), cancellation);
        if (form is not OwnFormReading.Good { Fields: var sent })
        {
            SiteLog.FormRefused(log, "FormForeign", topic.Id.Value, Caller.Of(context));
            var status = form is OwnFormReading.Refused refusal ? refusal.Status : StatusCodes.Status403Forbidden;
            return Layout.Message(viewer, status, viewer.T["link.FormForeign.title"], viewer.T["link.FormForeign"]);
        }

        var (command, problem) = DismissForm.Read(sent, sent["warning"] ?? "", by: null, time.GetUtcNow());
        if (command is null)
            return await ProblemAsync(viewer.T[problem], StatusCodes.Status422UnprocessableEntity);
        switch (await evaluation.TellAsync(topic, command, cancellation))
        {
            case WarningDecision.Refused refused:
                return await ProblemAsync(viewer.T.Of(refused.Reason), StatusCodes.Status409Conflict);
            case WarningDecision.Accepted { Events.Count: 0 }:
                // The history on the same page says who was first.
                return await ProblemAsync(viewer.T["dismiss.over"], StatusCodes.Status409Conflict);
            default:
                context.Response.Headers.Location = viewer.Paths.Topic(topic.Id.Value);
                return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }

        async Task<IResult> ProblemAsync(string sentence, int status) =>
            await view.ShowAsync(viewer, topic.Id.Value, sent, sentence, status, cancellation)
            ?? Layout.NotFound(viewer);
    }
}
