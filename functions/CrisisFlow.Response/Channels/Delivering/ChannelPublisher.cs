using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>Publishes at least once; repeats are recognised by the publication's id.</summary>
public delegate Task<Delivery> ChannelPublisher(PublicationOrder order, CancellationToken cancellation);
