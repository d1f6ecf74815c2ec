using System.Text.Json.Serialization;

namespace CrisisFlow.Core.Mentions;

/// <summary>One public utterance, normalised: plain text, stable id, one time that counts.</summary>
public sealed record Mention
{
    /// <summary>Stable: the same item of the same source has the same id at every delivery.</summary>
    public required MentionId Id { get; init; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Name of the polled source that brought it, when its document holds several; null otherwise.</summary>
    public string? Via { get; init; }

    public required SourceCategory Category { get; init; }

    /// <summary>The source's own id of the item.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Normalised plain text; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Normalised plain text; may be empty.</summary>
    public required string Text { get; init; }

    public string? Url { get; init; }

    /// <summary>
    /// Its page by <see cref="PageAddress"/>; null when it has none, or one that it shares with others. Not stored.
    /// </summary>
    [JsonIgnore]
    public string? Address { get; init; }

    public string? Author { get; init; }

    /// <summary>Followers of the author; null when unknown.</summary>
    public long? Followers { get; init; }

    /// <summary>What the source says; null when it says nothing or something impossible.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When this product saw it first.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>When its source showed it again as it is here; null at its first delivery.</summary>
    public DateTimeOffset? ShownAgain { get; init; }

    /// <summary>Position on a hot list, 1 = top.</summary>
    public int? Rank { get; init; }

    public Engagement Engagement { get; init; } = Engagement.None;

    /// <summary>External id of what this reposts or replies to.</summary>
    public string? Parent { get; init; }

    /// <summary>The time that counts: published, unless that is missing or later than seen.</summary>
    public DateTimeOffset At => Published is { } published && published <= Seen ? published : Seen;

    /// <summary>Title and text as one, for matching and scoring.</summary>
    public string Whole => WholeOf(Title, Text);

    /// <summary>A title and a text as one.</summary>
    public static string WholeOf(string title, string text) =>
        text.Length == 0 || text == title ? title
        : title.Length == 0 ? text
        : title + "\n" + text;
}

/// <summary>
/// 32 lower-case hexadecimal digits, derived from source and external id, link or text. Safe as a row key.
/// </summary>
public readonly record struct MentionId(string Value)
{
    public override string ToString() => Value;
}
