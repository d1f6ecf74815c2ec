using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Pushing;

/// <summary>Takes in what sources push, and remembers that they did.</summary>
public sealed class PushIntake(Pipeline pipeline, PushedSources sources, CrisisFlowSettings settings, TimeProvider time)
{
    /// <param name="source">Who pushes; counts for items that name no source.</param>
    /// <param name="category">By the name of a source.</param>
    public async Task<Ingested> TakeAsync(
        string source,
        Func<string, SourceCategory> category,
        IReadOnlyList<DocumentItem> items,
        CancellationToken cancellation = default
    )
    {
        var taken = await pipeline.TakeAsync(source, category, items, cancellation);
        foreach (var one in items.GroupBy(item => item.Source ?? source, StringComparer.Ordinal))
            if (!settings.Sources.Exists(polled => polled.Name.Equals(one.Key, StringComparison.OrdinalIgnoreCase)))
                await sources.CountAsync(one.Key, category(one.Key), one.Count(), time.GetUtcNow(), cancellation);
        return taken;
    }
}
