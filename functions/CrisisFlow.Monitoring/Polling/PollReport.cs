using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Polling;

/// <summary>
/// Takes the items of one source. Returns once the items are safe; an item that was handed over before is handed
/// over again. Called for up to eight sources at the same time.
/// </summary>
/// <exception cref="StoreUnavailableException">
/// The items are not safe; the source is polled again and delivers them again.
/// </exception>
public delegate Task DeliverDocument(SourceSettings source, Document document, CancellationToken cancellation);

/// <summary>What one round of polling brought.</summary>
/// <param name="Polled">Sources that were polled.</param>
/// <param name="Items">Items handed over.</param>
/// <param name="Problems">Everything that was wrong with documents, and one per source that failed.</param>
/// <param name="Alerts">Sources that began to fail, went quiet, are gone or came back.</param>
public sealed record PollReport(
    int Polled,
    int Items,
    IReadOnlyList<ReadProblem> Problems,
    IReadOnlyList<SourceAlert> Alerts
);
