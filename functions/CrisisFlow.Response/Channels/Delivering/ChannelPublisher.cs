using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>Publishes at least once; the publication's id tells a repeat.</summary>
public delegate Task<Delivery> ChannelPublisher(PublicationOrder order, CancellationToken cancellation);
