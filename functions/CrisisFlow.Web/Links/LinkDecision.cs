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
        // Checked in advance so that a refusal is shown at once and nothing is stored; the case has the final say when
        // it takes the signal.
        return CaseDecider.Decide(command.Wanted, visit.Case.State) is Decision<CaseEvent, CaseRefusal>.Refused refused
            ? await RefusedAsync(visit, sent, refused.Reason, cancellation)
            : await RaiseAsync(visit, command, cancellation);
    }

    private async Task<PageResult> RaiseAsync(LinkVisit visit, Asked.Command command, CancellationToken cancellation)
    {
        var id = visit.Case.Id;
        SignalResult result;
        string name;
        var attempt = 1;
        // A stored signal that the case refused is no decision: the next one of the same person gets its own name.
        do
        {
            name = attempt == 1 ? command.Signal : $"{command.Signal}.{attempt}";
            result = await signals.RaiseAsync(id, name, command.Wanted, visit.Person.Id, cancellation);
        } while (result is SignalResult.AlreadyThere { Taken.Refused: not null } && ++attempt <= MostAttempts);

        SiteLog.DecisionTaken(log, command.Signal, id.Value, visit.Caller);
        await WakeAsync(id);
        var record = await journal.ReadAsync(id, cancellation) ?? visit.Case;
        var after = visit with { Case = record, Task = visit.Task is null ? null : record.File.TaskOf(visit.Task.Id) };
        // Somebody else may have been first in the meantime: then this was no decision, and the page must not say it
        // was one.
        if (await signals.FindAsync(id, name, cancellation) is { Taken.Refused: { } reason })
            return await OvertakenAsync(after, reason, cancellation);
        return result is SignalResult.AlreadyThere { Signal: var signal }
            ? LinkStates.Decided(after, signal.Command, signal.RaisedAt, again: true)
            : LinkStates.Decided(after, command.Wanted, command.Wanted.At, again: false);
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
