using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Silences;

/// <summary>Begins or ends a silence.</summary>
internal sealed class SilenceChange(
    SilencesPage page,
    TopicSet topics,
    TopicEvaluation evaluation,
    LinkSigner signer,
    TimeProvider time,
    ILogger<SilenceChange> log
)
{
    public static Task<IResult> TakeAsync(
        HttpContext context,
        Visitor visitor,
        SilenceChange change,
        CancellationToken cancellation
    ) => change.TakeAsync(context, visitor.Viewer, cancellation);

    private async Task<IResult> TakeAsync(HttpContext context, Viewer viewer, CancellationToken cancellation)
    {
        var form = await OwnForm.ReadAsync(context.Request, signer, SilenceForm.SealedFor, cancellation);
        if (form is not OwnFormReading.Good { Fields: var sent })
        {
            SiteLog.FormRefused(log, "FormForeign", "silences", Caller.Of(context));
            var status = form is OwnFormReading.Refused refusal ? refusal.Status : StatusCodes.Status403Forbidden;
            return Layout.Message(viewer, status, viewer.T["link.FormForeign.title"], viewer.T["link.FormForeign"]);
        }

        if (await TellAsync(viewer, sent, cancellation) is { } problem)
            return await page.ShowAsync(viewer, sent, problem, StatusCodes.Status422UnprocessableEntity, cancellation);
        context.Response.Headers.Location = viewer.Paths.Silences;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <returns>What is wrong, as a sentence; null when nothing is.</returns>
    private async Task<string?> TellAsync(Viewer viewer, Fields sent, CancellationToken cancellation)
    {
        if (topics.Find(new TopicId(sent["topic"] ?? "")) is not { } topic)
            return viewer.T["silence.notopic"];
        var (command, problem) = SilenceForm.Read(sent, topic.Id.Value, time.GetUtcNow());
        if (command is null)
            return viewer.T[problem];
        var decision = await evaluation.TellAsync(topic, command, cancellation);
        return decision is WarningDecision.Refused refused ? viewer.T.Of(refused.Reason) : null;
    }
}
