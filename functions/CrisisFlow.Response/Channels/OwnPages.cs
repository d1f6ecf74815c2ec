using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels;

/// <summary>The two channels that are pages of this site. Their receipts are addresses.</summary>
public sealed class OwnPages(StatementStore statements, SiteSettings site)
{
    private readonly SitePaths _paths = new(site);

    public async Task<Delivery> PublishStatementAsync(PublicationOrder order, CancellationToken cancellation) =>
        new Delivery.Delivered(_paths.Absolute(_paths.Statement(await statements.AddAsync(order, cancellation))));

    /// <summary>The talk-track page is a fold of the case: the publication's own record puts the text there.</summary>
    public Task<Delivery> PublishTalkTrackAsync(PublicationOrder order, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivery.Delivered(_paths.Absolute(_paths.TalkTrack(order.Case.Value))));
}
