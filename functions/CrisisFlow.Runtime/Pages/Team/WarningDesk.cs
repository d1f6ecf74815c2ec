using CrisisFlow.Core.Monitoring;
using CrisisFlow.Core.Warnings;

namespace CrisisFlow.Runtime.Pages.Team;

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

/// <summary>How a source is doing.</summary>
public enum SourceHealth
{
    /// <summary>Read lately, and it says something.</summary>
    Well,

    /// <summary>Not read yet since the start.</summary>
    Waiting,

    /// <summary>Reads well and has said nothing new for longer than it should.</summary>
    Quiet,

    /// <summary>The last tries failed; it is tried again.</summary>
    Failing,

    /// <summary>Not read any more: gone, or switched off in settings.</summary>
    Off,
}

/// <summary>One source as the page shows it.</summary>
/// <param name="Problem">The last failure's sentence; null when the last read went well.</param>
/// <param name="LastNew">When it last brought something not seen before.</param>
/// <param name="Pushed">Nobody asks it: it hands its mentions over itself.</param>
public sealed record SourceLine(
    string Name, SourceCategory Category, string? Url, SourceHealth Health, DateTimeOffset? LastRead, DateTimeOffset? LastNew,
    DateTimeOffset? Next, long Mentions, string? Problem, bool Pushed = false);
