using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Team;

namespace CrisisFlow.App;

/// <summary>The warnings of the topics in settings, as the team's pages read them and tell them something.</summary>
internal sealed class TopicWarnings(WarningJournal journal, TopicSet topics, CrisisFlowSettings settings)
{
    private const int EventsShown = 200;

    public WarningDesk Desk() => new(NewestAsync, EventsAsync, StateAsync, TellAsync);

    private async Task<IReadOnlyList<WarningView>> NewestAsync(int take, CancellationToken cancellation)
    {
        var views = new List<WarningView>();
        foreach (var topic in topics.All)
            await foreach (var view in journal.ViewsAsync(topic.Id, take, cancellation)) views.Add(view);
        return [.. views.OrderByDescending(v => v.Changed).Take(take)];
    }

    private async Task<IReadOnlyList<WarningEvent>> EventsAsync(TopicId topic, CancellationToken cancellation)
    {
        var events = new List<WarningEvent>();
        if (topics.Find(topic) is null) return events;
        await foreach (var (_, happened) in journal.EventsAsync(topic, EventsShown, cancellation)) events.Add(happened);
        return events;
    }

    private async Task<WarningState?> StateAsync(TopicId topic, CancellationToken cancellation) =>
        topics.Find(topic) is null ? null : await journal.StateAsync(topic, cancellation);

    private Task<WarningDecision> TellAsync(TopicId topic, WarningCommand command, CancellationToken cancellation) =>
        topics.Find(topic) is { } known
            ? journal.TellAsync(topic, command, happened => WarningActions.Of(happened, known.Settings, settings), cancellation)
            : Task.FromResult(WarningDecision.Refuse(WarningRefusal.TopicRetired, $"There is no topic '{topic.Value}'."));
}
