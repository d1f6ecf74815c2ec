using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Public;
using CrisisFlow.Web.Team;

namespace CrisisFlow.Web.Links;

/// <summary>Everything under /l/: GET and HEAD show, only the POST of a button decides.</summary>
internal sealed class LinkPages(SiteParts parts, Viewers viewers, CaseView cases, TeamPages team)
{
    private readonly BadLinkLimit _limit = new(parts.Time);

    public async Task<SiteResponse> HandleAsync(SiteRequest request, Fields query, string token, CancellationToken cancellation)
    {
        var now = parts.Time.GetUtcNow();
        var viewer = viewers.For(request, query);
        switch (parts.Links.Read(token, now))
        {
            case LinkReading.Bad bad:
                return Bad(request, viewer, bad.Fault);
            case LinkReading.Expired expired:
                SiteLog.LinkRefused(parts.Logger, "Expired", request.Caller);
                return LinkMessages.Expired(viewers.For(request, query, expired.Link.Person), expired.Link);
            case LinkReading.Good { Link: { Purpose: LinkPurpose.Warning } link }:
                return await WarningAsync(request, query, viewer, link, token, cancellation);
            case LinkReading.Good { Link: var link }:
                if (!SitePaths.IsCaseId(link.Case) || await parts.Journal.ReadAsync(new CaseId(link.Case), cancellation) is not { } record)
                    return LinkMessages.NoCase(viewer);
                // The case keeps the people it was opened with; settings say who may still act.
                if (record.File.PersonOf(new PersonId(link.Person)) is not { Disabled: false } person || !Roster.IsAble(parts.Settings, person.Id))
                    return LinkMessages.NoPerson(viewer);
                var task = link.Step.Length == 0 ? null : record.File.TaskOf(new TaskId(link.Step));
                viewer = viewers.For(request, query, person) with { Here = SitePaths.Link(token) };
                var visit = new LinkVisit(viewer, link, token, parts.Links.FormSeal(token), record, person, task);
                return request.Method == "POST" ? await DecideAsync(visit, request, cancellation) : await ShowAsync(visit, Fields.None, null, 200, cancellation);
            default:
                throw new InvalidOperationException("A link reads as good, expired or bad.");
        }
    }

    /// <summary>A warning's mail leads to what the team's page of the topic says, wherever its reader is; nothing can be done there.</summary>
    private async Task<SiteResponse> WarningAsync(SiteRequest request, Fields query, Viewer viewer, Link link, string token, CancellationToken cancellation)
    {
        if (Roster.Of(parts.Settings).FirstOrDefault(one => one.Id.Value == link.Person) is not { Disabled: false } person) return LinkMessages.NoPerson(viewer);
        if (request.Method == "POST") return SiteResponse.Plain(405, "Method not allowed.").With("Allow", "GET, HEAD");
        return await team.TopicAsync(viewers.For(request, query, person) with { Here = SitePaths.Link(token) }, link.Case, cancellation) ?? LinkMessages.NoTopic(viewer);
    }

    private SiteResponse Bad(SiteRequest request, Viewer viewer, LinkFault fault)
    {
        if (!_limit.Allows(request.Caller, out var first))
        {
            // One line a minute: whoever guesses must not fill the log.
            if (first) SiteLog.TooManyBadLinks(parts.Logger, request.Caller, BadLinkLimit.PerMinute);
            return LinkMessages.TooMany(viewer);
        }

        SiteLog.LinkRefused(parts.Logger, fault.ToString(), request.Caller);
        return LinkMessages.Bad(viewer, fault);
    }

    private async Task<SiteResponse> ShowAsync(LinkVisit visit, Fields sent, string? problem, int status, CancellationToken cancellation)
    {
        if (visit.Link.Purpose == LinkPurpose.TalkTrack) return TalkTrackPage.Show(visit.Viewer, visit.Case);
        if (visit.Link.Purpose == LinkPurpose.Case)
            return await cases.ShowAsync(visit.Viewer, visit.Case, LinkVisit.Problem(problem), CaseForms.Show(visit, sent), status, cancellation);
        return LinkStates.Of(visit) switch
        {
            var standing when standing == LinkStanding.Asked || (problem is not null && LinkStates.MayDraftAgain(visit, standing)) => Layout.Page(visit.Viewer, visit.File.Subject.Story, Html.Of($"""
                {LinkStates.Head(visit)}
                {LinkVisit.Problem(problem)}
                {LinkForms.Show(visit, visit.Task!, sent)}
                """), status),
            var standing => LinkStates.Page(visit, standing, status),
        };
    }

    private async Task<SiteResponse> DecideAsync(LinkVisit visit, SiteRequest request, CancellationToken cancellation)
    {
        var (sent, status) = await FormReader.ReadAsync(request, cancellation);
        if (sent is null) return Refuse(visit, request, status, status == 413 ? "FormTooLong" : status == 400 ? "FormBroken" : "FormForeign");
        if (request.FetchSite is "cross-site" or "same-site" || !parts.Links.IsFormSeal(visit.Token, sent["seal"]))
            return Refuse(visit, request, 403, "FormForeign");

        var now = parts.Time.GetUtcNow();
        if (visit.Link.Purpose == LinkPurpose.TalkTrack) return Refuse(visit, request, 405, "FormForeign");
        if (visit.Link.Purpose != LinkPurpose.Case && LinkStates.Of(visit) is var standing and not LinkStanding.Asked && !LinkStates.MayDraftAgain(visit, standing))
            return LinkStates.Page(visit, standing, standing == LinkStanding.Ended ? 409 : 200);

        var asked = visit.Link.Purpose == LinkPurpose.Case ? CaseForms.Read(visit, sent, now) : LinkForms.Read(visit, visit.Task!, sent, now);
        if (asked is Asked.Problem problem) return await ShowAsync(visit, sent, problem.Sentence, 422, cancellation);
        var command = (Asked.Command)asked;
        // Asked beforehand so that a refusal is told at once and nothing is stored; the case decides for good when it takes the signal.
        if (CaseDecider.Decide(command.Wanted, visit.Case.State) is Decision<CaseEvent, CaseRefusal>.Refused refused)
        {
            SiteLog.FormRefused(parts.Logger, refused.Reason.ToString(), visit.Link.Case, request.Caller);
            return await ShowAsync(visit, sent, visit.Viewer.T.Of(refused.Reason), LinkStates.StatusOf(refused.Reason), cancellation);
        }

        return await RaiseAsync(visit, request, command, cancellation);
    }

    private async Task<SiteResponse> RaiseAsync(LinkVisit visit, SiteRequest request, Asked.Command command, CancellationToken cancellation)
    {
        var id = new CaseId(visit.Link.Case);
        SignalResult result;
        string name;
        var attempt = 1;
        // A stored signal that the case refused is no decision: the next one of the same person gets a name of its own.
        do result = await parts.Signals.RaiseAsync(id, name = attempt == 1 ? command.Signal : $"{command.Signal}.{attempt}", command.Wanted, visit.Person.Id, cancellation);
        while (result is SignalResult.AlreadyThere { Taken.Refused: not null } && ++attempt <= 20);

        SiteLog.DecisionTaken(parts.Logger, command.Signal, visit.Link.Case, request.Caller);
        await WakeAsync(id);
        var record = await parts.Journal.ReadAsync(id, cancellation) ?? visit.Case;
        var task = visit.Task is null ? null : record.File.TaskOf(visit.Task.Id);
        var after = visit with { Case = record, Task = task };
        // Somebody else may have been first in the meantime: then this was no decision, and the page must not say it was one.
        if (await parts.Signals.FindAsync(id, name, cancellation) is { Taken.Refused: { } reason }) return await TooLateAsync(after, request, reason, cancellation);
        return result is SignalResult.AlreadyThere { Signal: var signal }
            ? LinkStates.Decided(after, signal.Command, signal.RaisedAt, again: true)
            : LinkStates.Decided(after, command.Wanted, command.Wanted.At, again: false);
    }

    private async Task<SiteResponse> TooLateAsync(LinkVisit visit, SiteRequest request, CaseRefusal reason, CancellationToken cancellation)
    {
        SiteLog.FormRefused(parts.Logger, reason.ToString(), visit.Link.Case, request.Caller);
        return visit.Link.Purpose != LinkPurpose.Case && LinkStates.Of(visit) is var standing and not LinkStanding.Asked
            ? LinkStates.Page(visit, standing, standing == LinkStanding.Ended ? 409 : 200)
            : await ShowAsync(visit, Fields.None, visit.Viewer.T.Of(reason), LinkStates.StatusOf(reason), cancellation);
    }

    /// <summary>Lets the case take the signal, so that the answer can tell what came of it. How long a person waits is real time; a case that is not done by then goes on by itself.</summary>
    private async Task WakeAsync(CaseId id)
    {
        var wake = Task.Run(() => parts.Cases.WakeAsync(id, CancellationToken.None));
        if (await Task.WhenAny(wake, Task.Delay(TimeSpan.FromSeconds(3))) == wake)
        {
            try
            {
                await wake;
            }
            catch (StoreUnavailableException away)
            {
                SiteLog.StoreAway(parts.Logger, away.Message);
            }
        }
    }

    private SiteResponse Refuse(LinkVisit visit, SiteRequest request, int status, string reason)
    {
        SiteLog.FormRefused(parts.Logger, reason, visit.Link.Case, request.Caller);
        return Layout.Message(visit.Viewer, status, visit.Viewer.T[$"link.{reason}.title"], visit.Viewer.T[$"link.{reason}"]);
    }
}
