using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web.Links;

/// <summary>
/// Finds out what a token opens, and for whom. Nothing a token says is believed before its signature is checked.
/// </summary>
internal sealed class LinkGate(
    LinkSigner signer,
    BadLinkLimit limit,
    CaseJournal journal,
    CrisisFlowSettings settings,
    Viewers viewers,
    TimeProvider time,
    ILogger<LinkGate> log
)
{
    public async Task<LinkEntry> OpenAsync(HttpContext context, string token, CancellationToken cancellation)
    {
        switch (signer.Read(token, time.GetUtcNow()))
        {
            case LinkReading.Good { Link: { Purpose: LinkPurpose.Warning } link }:
                return ForReader(context, token, link, (viewer, _) => new LinkEntry.ToWarnings(viewer, link.Case));
            case LinkReading.Good { Link: { Purpose: LinkPurpose.Dismissal } link }:
                return ForReader(
                    context,
                    token,
                    link,
                    (viewer, person) =>
                        new LinkEntry.ToDismissal(
                            new DismissalVisit(
                                viewer,
                                new TopicId(link.Case),
                                link.Step,
                                person,
                                token,
                                signer.FormSeal(token),
                                Caller.Of(context)
                            )
                        )
                );
            case LinkReading.Good { Link: var link }:
                return await ToCaseAsync(context, token, link, cancellation);
            case LinkReading.Expired { Link: var link }:
                SiteLog.LinkRefused(log, "Expired", Caller.Of(context));
                return new LinkEntry.Refused(LinkMessages.Expired(viewers.For(context, link.Person), link));
            case LinkReading.Bad { Fault: var fault }:
                return Bad(context, fault);
            default:
                throw new InvalidOperationException("A link reads as good, expired or bad.");
        }
    }

    /// <summary>Warnings know no people of their own: settings say who may still come.</summary>
    private LinkEntry ForReader(HttpContext context, string token, Link link, Func<Viewer, Person, LinkEntry> open) =>
        Roster.Of(settings).FirstOrDefault(one => one.Id.Value == link.Person) is { Disabled: false } person
            ? open(For(context, person, token), person)
            : new LinkEntry.Refused(LinkMessages.NoPerson(viewers.For(context)));

    private async Task<LinkEntry> ToCaseAsync(
        HttpContext context,
        string token,
        Link link,
        CancellationToken cancellation
    )
    {
        if (
            !SitePaths.IsCaseId(link.Case)
            || await journal.ReadAsync(new CaseId(link.Case), cancellation) is not { } record
        )
            return new LinkEntry.Refused(LinkMessages.NoCase(viewers.For(context)));
        // The case keeps the people it was opened with; settings say who may still act.
        if (
            record.File.PersonOf(new PersonId(link.Person)) is not { Disabled: false } person
            || !Roster.IsAble(settings, person.Id)
        )
            return new LinkEntry.Refused(LinkMessages.NoPerson(viewers.For(context)));
        var task = link.Step.Length == 0 ? null : record.File.TaskOf(new TaskId(link.Step));
        return new LinkEntry.ToCase(
            new LinkVisit(
                For(context, person, token),
                link,
                token,
                signer.FormSeal(token),
                Caller.Of(context),
                record,
                person,
                task
            )
        );
    }

    /// <summary>The token, and not what the request said its path was, leads back to the page.</summary>
    private Viewer For(HttpContext context, Person person, string token)
    {
        var viewer = viewers.For(context, person);
        return viewer with { Here = viewer.Paths.Link(token) };
    }

    private LinkEntry Bad(HttpContext context, LinkFault fault)
    {
        var (viewer, caller) = (viewers.For(context), Caller.Of(context));
        if (limit.Allows(caller))
        {
            SiteLog.LinkRefused(log, fault.ToString(), caller);
            return new LinkEntry.Refused(LinkMessages.Bad(viewer, fault));
        }

        // One line a minute, so that guessing cannot fill the log.
        if (limit.IsFirstBeyond(caller))
            SiteLog.TooManyBadLinks(log, caller, BadLinkLimit.PerMinute);
        context.Response.Headers.RetryAfter = "60";
        return new LinkEntry.Refused(LinkMessages.TooMany(viewer));
    }
}
