using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Which mentions are worth telling again: those that a hot list still shows, and those whose rank, reach or engagement
/// changed. Safe for several threads.
/// </summary>
internal sealed class LaterStates
{
    /// <summary>How often a mention is told again that is still on a list.</summary>
    private static readonly TimeSpan Presence = TimeSpan.FromMinutes(30);

    /// <summary>Likes change all the time; no sooner than this is it told.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Older than this, a mention that is pushed again is an archive's.</summary>
    private static readonly TimeSpan Archived = TimeSpan.FromDays(1);

    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    private readonly RecentStates<(string Source, MentionId Id), State> _told = new();

    /// <param name="mention">As it was delivered, with the times of its first delivery.</param>
    /// <param name="claimed">The time that it claims now.</param>
    /// <param name="polled">Whether its source was polled: then what it shows is so now.</param>
    public bool IsDue(Mention mention, DateTimeOffset? claimed, bool polled, DateTimeOffset now)
    {
        // Just seen for the first time: its own minute says all of it.
        if (mention.Seen >= now)
        {
            Told([mention], now);
            return false;
        }

        var hot = mention.Category == SourceCategory.HotList;
        var current = polled || claimed >= now - Recent;
        if (!_told.TryGet((mention.Source, mention.Id), out var last))
            return current && (hot || HasCounts(mention));
        if (!current && mention.At < now - Archived)
            return false;
        var age = now - last.At;
        return mention.Rank != last.Rank
            || (age >= Pause && (mention.Engagement, mention.Followers) != (last.Engagement, last.Followers))
            || (current && hot && age >= Presence);
    }

    public void Told(IEnumerable<Mention> mentions, DateTimeOffset now) =>
        _told.Set(
            mentions.Select(mention =>
                ((mention.Source, mention.Id), new State(mention.Rank, mention.Engagement, mention.Followers, now))
            )
        );

    private static bool HasCounts(Mention mention) =>
        mention.Rank is not null || mention.Followers is not null || mention.Engagement.Total > 0;

    private sealed record State(int? Rank, Engagement Engagement, long? Followers, DateTimeOffset At);
}
