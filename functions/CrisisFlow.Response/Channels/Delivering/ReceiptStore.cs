using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>
/// Remembers which target of a channel has a publication already, so that a second try leaves out those the first one
/// reached.
/// </summary>
public sealed class ReceiptStore(IEntityStore store)
{
    public const string Table = "receipts";

    /// <summary>The receipt; null while the target has not got the publication.</summary>
    public async Task<string?> FindAsync(PublicationOrder order, string target, CancellationToken cancellation) =>
        (
            await store.GetAsync(Table, new EntityKey(order.Case.Value, Row(order, target)), cancellation)
        )?.Properties.Text("receipt");

    public Task KeepAsync(PublicationOrder order, string target, string receipt, CancellationToken cancellation) =>
        store.CommitAsync(
            Table,
            order.Case.Value,
            [new EntityChange.Upsert(Row(order, target), new EntityProperties { { "receipt", receipt } })],
            cancellation
        );

    private static string Row(PublicationOrder order, string target) =>
        $"{order.Id.Value}.{MailHeaders.Hash(target)[..16]}";
}
