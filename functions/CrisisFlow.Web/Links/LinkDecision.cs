using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Links;

/// <summary>Takes what a person sends from the page of a link.</summary>
internal sealed class LinkDecision(
    LinkPage page,
    LinkSigner signer,
    CaseSignals signals,
    CaseJournal journal,
    ICaseHost host,
    TimeProvider time,
    ILogger<LinkDecision> log
)
{
    private const int MostAttempts = 20;

    /// <summary>How long a person waits for what came of a decision, in real time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IResult> TakeAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var form = await OwnForm.ReadAsync(request, signer, visit.Token, cancellation);
        if (form is OwnFormReading.Refused refused)
            return Refuse(visit, refused.Status, refused.Reason);
        if (visit.Link.Purpose == LinkPurpose.TalkTrack)
        {
            request.HttpContext.Response.Headers.Allow = "GET, HEAD";
            return Refuse(visit, StatusCodes.Status405MethodNotAllowed, "FormForeign");
        }

        var sent = ((OwnFormReading.Good)form).Fields;
        return TooLate(visit) ?? await DecideAsync(visit, sent, cancellation);
    }

    private async Task<PageResult> DecideAsync(LinkVisit visit, Fields sent, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked =
            visit.Link.Purpose == LinkPurpose.Case
                ? CaseForms.Read(visit, sent, now)
                : LinkForms.Read(visit, visit.Task!, sent, now);
        if (asked is not Asked.Command command)
            return await page.ShowAsync(
                visit,
                sent,
                ((Asked.Problem)asked).Sentence,
                StatusCodes.Status422UnprocessableEntity,
                cancellation
            );
        return await DecideAsync(visit, sent, command, cancellation);
    }

    private async Task<PageResult> DecideAsync(
        LinkVisit visit,
        Fields sent,
        Asked.Command command,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            // Checked in advance so that a refusal is shown at once and nothing is stored; the case has the final say
            // when it takes the signal. What comes to nothing uses up no signal id either.
            if (
                CaseDecider.Decide(command.Wanted, visit.Case.State)
                is not Decision<CaseEvent, CaseRefusal>.Accepted { Events.Count: > 0 }
            )
                return await NothingNewAsync(visit, sent, command, cancellation);
            // A taken id is no obstacle: what it stands for was refused, or is over, since this can still be decided.
            var name = attempt == 1 ? command.Signal : $"{command.Signal}.{attempt}";
            var result = await signals.RaiseAsync(visit.Case.Id, name, command.Wanted, visit.Person.Id, cancellation);
            if (result is not SignalResult.AlreadyThere there)
                return await AnswerAsync(visit, sent, command, name, again: null, cancellation);
            if (there.Taken is null)
            {
                if (SaidWith.Same(there.Signal.Command, command.Wanted))
                    return await AnswerAsync(visit, sent, command, name, there.Signal, cancellation);
                // One task, one answer: the other one stands unless the case refuses it.
                await WakeAsync(visit.Case.Id);
                if (
                    visit.Link.Purpose != LinkPurpose.Case
                    && await signals.FindAsync(visit.Case.Id, name, cancellation) is { Taken: null }
                )
                    return await ConflictAsync(visit, sent, "AlreadyAnswered", cancellation);
            }

            // It may have been taken after the case was read.
            visit = await ReadAgainAsync(visit, cancellation);
        }

        return await ConflictAsync(visit, sent, "AlreadySo", cancellation);
    }

    /// <param name="again">The signal that said the same before; null when this one was the first.</param>
    private async Task<PageResult> AnswerAsync(
        LinkVisit visit,
        Fields sent,
        Asked.Command command,
        string name,
        StoredSignal? again,
        CancellationToken cancellation
    )
    {
        SiteLog.DecisionTaken(log, command.Signal, visit.Case.Id.Value, visit.Caller);
        await WakeAsync(visit.Case.Id);
        var after = await ReadAgainAsync(visit, cancellation);
        // Somebody else may have been first in the meantime: then this was no decision, and the page must not say it
        // was one.
        return await signals.FindAsync(visit.Case.Id, name, cancellation) switch
        {
            { Taken.Refused: { } reason } => await OvertakenAsync(after, reason, cancellation),
            { Taken.Nothing: true } when SaidWith.HasWords(command.Wanted) => await ConflictAsync(
                after,
                sent,
                "AlreadySo",
                cancellation
            ),
            _ when again is not null => LinkStates.Decided(after, again.Command, again.RaisedAt, again: true),
            _ => LinkStates.Decided(after, command.Wanted, command.Wanted.At, again: false),
        };
    }

    /// <summary>
    /// Refused, or so already. A second click is told what the first one did; words that nothing keeps are given back.
    /// </summary>
    private async Task<PageResult> NothingNewAsync(
        LinkVisit visit,
        Fields sent,
        Asked.Command command,
        CancellationToken cancellation
    )
    {
        if (
            await signals.FindAsync(visit.Case.Id, command.Signal, cancellation)
                is { Signal: var first, Taken: null or { Refused: null, Nothing: false } }
            && SaidWith.Same(first.Command, command.Wanted)
        )
            return LinkStates.Decided(visit, first.Command, first.RaisedAt, again: true);
        if (CaseDecider.Decide(command.Wanted, visit.Case.State) is Decision<CaseEvent, CaseRefusal>.Refused refused)
            return await RefusedAsync(visit, sent, refused.Reason, cancellation);
        return SaidWith.HasWords(command.Wanted)
            ? await ConflictAsync(visit, sent, "AlreadySo", cancellation)
            : LinkStates.Decided(visit, command.Wanted, command.Wanted.At, again: true);
    }

    private async Task<LinkVisit> ReadAgainAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var record = await journal.ReadAsync(visit.Case.Id, cancellation) ?? visit.Case;
        return visit with { Case = record, Task = visit.Task is null ? null : record.File.TaskOf(visit.Task.Id) };
    }

    /// <summary>Nothing was changed; what was written stays in the form.</summary>
    private Task<PageResult> ConflictAsync(LinkVisit visit, Fields sent, string reason, CancellationToken cancellation)
    {
        SiteLog.FormRefused(log, reason, visit.Link.Case, visit.Caller);
        return page.ShowAsync(
            visit,
            sent,
            visit.Viewer.T["form." + reason],
            StatusCodes.Status409Conflict,
            cancellation
        );
    }

    private async Task<PageResult> OvertakenAsync(LinkVisit visit, CaseRefusal reason, CancellationToken cancellation)
    {
        if (visit.Link.Purpose == LinkPurpose.Case || LinkStates.Of(visit) == LinkStanding.Asked)
            return await RefusedAsync(visit, Fields.None, reason, cancellation);
        SiteLog.FormRefused(log, reason.ToString(), visit.Link.Case, visit.Caller);
        return Standing(visit);
    }

    private Task<PageResult> RefusedAsync(
        LinkVisit visit,
        Fields sent,
        CaseRefusal reason,
        CancellationToken cancellation
    )
    {
        SiteLog.FormRefused(log, reason.ToString(), visit.Link.Case, visit.Caller);
        return page.ShowAsync(visit, sent, visit.Viewer.T.Of(reason), LinkStates.StatusOf(reason), cancellation);
    }

    /// <returns>The page that says so when the question is answered already; null while it is open.</returns>
    private static PageResult? TooLate(LinkVisit visit) =>
        visit.Link.Purpose != LinkPurpose.Case
        && LinkStates.Of(visit) is var standing and not LinkStanding.Asked
        && !LinkStates.MayDraftAgain(visit, standing)
            ? Standing(visit)
            : null;

    /// <summary>A form that came too late is a conflict.</summary>
    private static PageResult Standing(LinkVisit visit) =>
        LinkStates.Of(visit) is var standing && standing == LinkStanding.Ended
            ? LinkStates.Page(visit, standing, StatusCodes.Status409Conflict)
            : LinkStates.Page(visit, standing, StatusCodes.Status200OK);

    /// <summary>
    /// Lets the case take the signal, so that the answer can tell what came of it. A case that is slow goes on by
    /// itself.
    /// </summary>
    private async Task WakeAsync(CaseId id)
    {
        var wake = Task.Run(() => host.WakeAsync(id, CancellationToken.None));
        if (await Task.WhenAny(wake, Task.Delay(Patience)) != wake)
            return;
        try
        {
            await wake;
        }
        catch (StoreUnavailableException away)
        {
            SiteLog.StoreAway(log, away.Message);
        }
    }

    private PageResult Refuse(LinkVisit visit, int status, string reason)
    {
        SiteLog.FormRefused(log, reason, visit.Link.Case, visit.Caller);
        return Layout.Message(
            visit.Viewer,
            status,
            visit.Viewer.T[$"link.{reason}.title"],
            visit.Viewer.T[$"link.{reason}"]
        );
    }
}
