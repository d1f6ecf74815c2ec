using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Polling;

/// <summary>
/// A document without items that may not be believed: a hot list always has entries, a feed that had items keeps some,
/// and one that broke off had more to say.
/// </summary>
internal static class EmptyDocument
{
    /// <returns>Null when it has items, or may well have none.</returns>
    public static FetchResult.Failed? Doubt(SourceSettings source, SourceHealth health, Document document)
    {
        if (document.Items.Count > 0)
            return null;
        var why =
            document.Problems.FirstOrDefault(static problem => Lost(problem.Kind)) is { } lost ? lost.Message
            : source.Category == SourceCategory.HotList ? "The list is empty; a hot list always has entries."
            // An answer that says that it is good is believed: a search may find nothing.
            : health.ItemsSeen > 0 && source.Mapping?.Ok is null
                ? "The document has no items any more, though it had some before."
            : null;
        // It answers: it is asked again at the usual time.
        return why is null ? null : new(FetchFailure.Unreadable, why, RetryAfter: source.Interval);
    }

    private static bool Lost(ReadProblemKind kind) =>
        kind is ReadProblemKind.Truncated or ReadProblemKind.Malformed or ReadProblemKind.Limit;
}
