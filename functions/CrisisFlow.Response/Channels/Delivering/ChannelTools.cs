using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>What a channel may be made of.</summary>
/// <param name="Http">From the one guarded handler; redirects are not followed.</param>
public sealed record ChannelTools(
    CrisisFlowSettings Settings,
    IEntityStore Store,
    IMailTransport Mail,
    HttpClient Http,
    TimeProvider Time
)
{
    public ReceiptStore Receipts => new(Store);
}
