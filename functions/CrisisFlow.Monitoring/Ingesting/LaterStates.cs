using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Which mentions are worth telling again: those that a hot list still shows, and those whose rank, reach or engagement
/// changed. Holds in memory what was told last; forgetting costs only work that is done once more. Safe for several
/// threads.
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
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private Dictionary<(string, MentionId), State> _newer = [];
    private Dictionary<(string, MentionId), State> _older = [];

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
        if (Find(mention) is not { } last)
            return current && (hot || HasCounts(mention));
        if (!current && mention.At < now - Archived)
            return false;
        var age = now - last.At;
        return mention.Rank != last.Rank
            || (age >= Pause && (mention.Engagement, mention.Followers) != (last.Engagement, last.Followers))
            || (current && hot && age >= Presence);
    }

    public void Told(IEnumerable<Mention> mentions, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var mention in mentions)
                _newer[(mention.Source, mention.Id)] = new(mention.Rank, mention.Engagement, mention.Followers, now);
            if (_newer.Count > Most)
                (_newer, _older) = ([], _newer);
        }
    }

    private static bool HasCounts(Mention mention) =>
        mention.Rank is not null || mention.Followers is not null || mention.Engagement.Total > 0;

    private State? Find(Mention mention)
    {
        var key = (mention.Source, mention.Id);
        lock (_lock)
            return _newer.GetValueOrDefault(key) ?? _older.GetValueOrDefault(key);
    }

    private sealed record State(int? Rank, Engagement Engagement, long? Followers, DateTimeOffset At);
}
