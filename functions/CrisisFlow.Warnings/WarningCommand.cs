using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Warnings;

/// <summary>Commands on a topic's warnings.</summary>
public abstract record WarningCommand(DateTimeOffset At)
{
    /// <summary>
    /// The minute's look at the topic. Settings come with it, so a change holds from the next minute on.
    /// </summary>
    /// <param name="Zone">Where quiet hours are counted.</param>
    public sealed record Assess(
        DateTimeOffset At,
        TopicId Topic,
        IReadOnlyList<Candidate> Candidates,
        WarningSettings Settings,
        TimeZoneInfo Zone
    ) : WarningCommand(At)
    {
        /// <summary>
        /// Ids of warnings whose story some source told that cannot be read now: that less is told says nothing.
        /// </summary>
        public IReadOnlySet<string> Unknown { get; init; } = new HashSet<string>();
    }

    /// <summary>
    /// Say nothing about this topic until <paramref name="Until"/>; red included, since a person decided it.
    /// </summary>
    public sealed record Silence(DateTimeOffset At, string Id, string By, string Why, DateTimeOffset Until)
        : WarningCommand(At);

    public sealed record EndSilence(DateTimeOffset At, string Id, string By) : WarningCommand(At);

    /// <summary>
    /// A person judged the warning to be nothing: it clears, and its story stays quiet for the cool-down of dismissals.
    /// </summary>
    public sealed record Dismiss(DateTimeOffset At, string Warning, string By, string Why) : WarningCommand(At)
    {
        /// <summary>
        /// The level the person saw. A warning that rose above it meanwhile is another matter than the one judged;
        /// null = whatever level it has.
        /// </summary>
        public Level? Seen { get; init; }
    }

    /// <summary>The topic is no longer monitored.</summary>
    public sealed record Retire(DateTimeOffset At, string By) : WarningCommand(At);

    /// <summary>The topic is watched again: it begins afresh, and numbers its warnings on from where it was.</summary>
    public sealed record Watch(DateTimeOffset At) : WarningCommand(At);
}
