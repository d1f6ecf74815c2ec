using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Warnings;

/// <summary>Warnings of all topics, newest change first; also of topics that left settings.</summary>
internal sealed class NewestWarnings(WarningJournal journal, TopicSet topics, TopicRegister register)
{
    public async Task<IReadOnlyList<WarningView>> ReadAsync(int most, CancellationToken cancellation)
    {
        var views = new List<WarningView>();
        foreach (var topic in topics.All.Select(topic => topic.Id).Concat(register.Left))
        await foreach (var view in journal.ViewsAsync(topic, most, cancellation))
            views.Add(view);
        return [.. views.OrderByDescending(view => view.Changed).Take(most)];
    }
}
