using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Team;

/// <summary>How the pages reach the topics' warnings.</summary>
/// <param name="Newest">Warnings of all topics, newest change first.</param>
/// <param name="Events">What happened to one topic's warnings, newest first, what was held back included; at most 200.</param>
/// <param name="State">One topic's warnings now; null when there is no such topic.</param>
/// <param name="Tell">Hands a person's command to a topic.</param>
public sealed record WarningDesk(
    Func<int, CancellationToken, Task<IReadOnlyList<WarningView>>> Newest,
    Func<TopicId, CancellationToken, Task<IReadOnlyList<WarningEvent>>> Events,
    Func<TopicId, CancellationToken, Task<WarningState?>> State,
    Func<TopicId, WarningCommand, CancellationToken, Task<WarningDecision>> Tell)
{
    public static readonly WarningDesk None = new(
        (_, _) => Task.FromResult<IReadOnlyList<WarningView>>([]),
        (_, _) => Task.FromResult<IReadOnlyList<WarningEvent>>([]),
        (_, _) => Task.FromResult<WarningState?>(null),
        (_, _, _) => Task.FromResult(WarningDecision.Refuse(WarningRefusal.TopicRetired, "No topic is watched.")));
}
