using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Pushing;

/// <summary>Takes in what sources push, and remembers that they did.</summary>
public sealed class PushIntake(Pipeline pipeline, PushedSources sources, CrisisFlowSettings settings, TimeProvider time)
{
    /// <summary>
    /// Takes a push in. What a source is, settings say first, then the item, then the push, then what was pushed
    /// before; a source of which nobody ever said it is social.
    /// </summary>
    /// <param name="source">Who pushes; counts for items that name no source.</param>
    /// <param name="given">What the push says of its sources; null when it says nothing.</param>
    public async Task<Ingested> TakeAsync(
        string source,
        SourceCategory? given,
        IReadOnlyList<DocumentItem> items,
        CancellationToken cancellation = default
    )
    {
        var names = items.Select(item => item.Source ?? source).Distinct(StringComparer.Ordinal).ToList();
        var categories = new Dictionary<string, SourceCategory>(StringComparer.Ordinal);
        foreach (var name in names)
            categories[name] =
                Polled(name)?.Category
                ?? items.LastOrDefault(item => (item.Source ?? source) == name && item.Category is not null)?.Category
                ?? given
                ?? await sources.CategoryAsync(name, cancellation)
                ?? SourceCategory.Social;
        return await TakeAsync(
            source,
            name => categories[name],
            [.. items.Select(item => Polled(item.Source ?? source) is null ? item : item with { Category = null })],
            cancellation
        );
    }

    /// <param name="category">By the name of a source.</param>
    /// <inheritdoc cref="TakeAsync(string, SourceCategory?, IReadOnlyList{DocumentItem}, CancellationToken)"/>
    public async Task<Ingested> TakeAsync(
        string source,
        Func<string, SourceCategory> category,
        IReadOnlyList<DocumentItem> items,
        CancellationToken cancellation = default
    )
    {
        var taken = await pipeline.TakeAsync(source, category, items, cancellation);
        foreach (var one in items.GroupBy(item => item.Source ?? source, StringComparer.Ordinal))
            if (Polled(one.Key) is null)
                await sources.CountAsync(one.Key, category(one.Key), one.Count(), time.GetUtcNow(), cancellation);
        return taken;
    }

    private SourceSettings? Polled(string name) =>
        settings.Sources.Find(polled => polled.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
