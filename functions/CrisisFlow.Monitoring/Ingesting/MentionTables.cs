using System.Globalization;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Where mentions and buckets lie.</summary>
public static class MentionTables
{
    /// <summary>Partition = topic and hour: a mention and its minute's bucket change in one transaction.</summary>
    public const string Mentions = "mentions";

    /// <summary>
    /// Partition = source: when an item that belongs to a topic was seen first, and what it claimed then. Insert-only.
    /// Partition "~sources": the other partitions.
    /// </summary>
    public const string Seen = "seen";

    /// <summary>
    /// Partition = topic: merged buckets of hours that are over, by hour. Partition "~topics": the other partitions.
    /// </summary>
    public const string Hours = "hours";

    public static readonly IReadOnlyList<string> All = [Mentions, Seen, Hours];

    internal const string Sources = "~sources";

    /// <summary>
    /// Partition of <see cref="Hours"/> that names every topic there ever was, since the store lists no partitions.
    /// No topic's id begins with '~'.
    /// </summary>
    public const string Topics = "~topics";

    /// <summary>
    /// Partition of <see cref="Hours"/> that holds a mark for each topic, another one whenever its mentions changed.
    /// </summary>
    internal const string Marks = "~marks";

    public const string MentionPrefix = "m-";

    internal const string BucketPrefix = "b-";

    public static string Partition(TopicId topic, DateTimeOffset at) => topic.Value + "|" + HourRow(at);

    /// <summary>The hour as a key: later hours sort behind earlier ones.</summary>
    public static string HourRow(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    internal static string MentionRow(MentionId id) => MentionPrefix + id.Value;

    internal static string BucketRow(DateTimeOffset minute) =>
        BucketPrefix + minute.UtcDateTime.ToString("mm", CultureInfo.InvariantCulture);

    /// <summary>The hour a moment belongs to, in UTC.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
