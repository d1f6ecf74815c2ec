using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;

namespace CrisisFlow.Response.Channels.Delivering;

/// <summary>
/// Brings one publication to several targets: each at most once, and what one does not take costs the others nothing.
/// </summary>
internal static class Deliveries
{
    /// <param name="none">Why there is no target; the answer when there is none.</param>
    public static async Task<Delivery> ToAllAsync<T>(
        PublicationOrder order,
        ReceiptStore book,
        IReadOnlyList<T> targets,
        Func<T, string> name,
        string none,
        Func<T, CancellationToken, Task<Delivery>> deliver,
        CancellationToken cancellation
    )
    {
        if (targets.Count == 0)
            return new Delivery.FailedForGood(none);
        var receipts = new List<string>();
        var refused = new List<string>();
        Delivery.FailedForNow? later = null;
        foreach (var target in targets)
        {
            if (await book.FindAsync(order, name(target), cancellation) is { } known)
            {
                receipts.Add(known);
                continue;
            }

            switch (await deliver(target, cancellation))
            {
                case Delivery.Delivered delivered:
                    await book.KeepAsync(order, name(target), delivered.Receipt, cancellation);
                    receipts.Add(delivered.Receipt);
                    break;
                case Delivery.FailedForNow now:
                    later = later?.RetryAfter >= now.RetryAfter ? later : now;
                    break;
                case Delivery.FailedForGood good:
                    refused.Add(good.Reason);
                    break;
            }
        }

        if (later is not null)
            return later;
        if (receipts.Count == 0)
            return new Delivery.FailedForGood(string.Join(" ", refused));
        return new Delivery.Delivered(
            string.Join(", ", receipts)
                + (
                    refused.Count == 0
                        ? ""
                        : $" ({refused.Count} of {targets.Count} refused: {string.Join(" ", refused)})"
                )
        );
    }
}
