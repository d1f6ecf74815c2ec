using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Pages;
using CrisisFlow.Runtime.Ports;
using CrisisFlow.Runtime.Responding;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Runtime.Channels;

/// <summary>The two channels that are pages of this site. Their receipts are addresses.</summary>
public sealed class OwnPages(StatementTable statements, SiteSettings site)
{
    public async Task<Delivery> PublishStatementAsync(PublicationOrder order, CancellationToken cancellation) =>
        new Delivery.Delivered(SitePaths.Absolute(site, SitePaths.Statement(await statements.AddAsync(order, cancellation))));

    /// <summary>The talk-track page is a fold of the case: the publication's own record puts the text there.</summary>
    public Task<Delivery> PublishTalkTrackAsync(PublicationOrder order, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivery.Delivered(SitePaths.Absolute(site, SitePaths.TalkTrack(order.Case.Value))));
}
