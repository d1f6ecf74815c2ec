using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Warnings;

/// <summary>Warnings of all topics in settings, newest change first.</summary>
internal sealed class NewestWarnings(WarningJournal journal, TopicSet topics)
{
    public async Task<IReadOnlyList<WarningView>> ReadAsync(int most, CancellationToken cancellation)
    {
        var views = new List<WarningView>();
        foreach (var topic in topics.All)
        await foreach (var view in journal.ViewsAsync(topic.Id, most, cancellation))
            views.Add(view);
        return [.. views.OrderByDescending(view => view.Changed).Take(most)];
    }
}
