using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>What one story looked like in a bucket: its best title and what it counted.</summary>
/// <param name="Fingerprint">Near-duplicate fingerprint; mentions of one story share it.</param>
/// <param name="Title">The most severe mention's title, at most 120 characters.</param>
/// <param name="Severity">0 to 1, the most severe mention's.</param>
/// <param name="Risk">The most severe mention's first category; null when severity is 0.</param>
/// <param name="Mentions">Mentions merged into it; each counts towards spread.</param>
/// <param name="HotList">How many of them were entries of a hot list.</param>
/// <param name="News">How many of them were news.</param>
/// <param name="Rank">Best position on a hot list, 1 = top; null when none is known.</param>
public sealed record StorySample(
    [property: JsonPropertyName("f")] ulong Fingerprint,
    [property: JsonPropertyName("t")] string Title,
    [property: JsonPropertyName("s")] double Severity,
    [property: JsonPropertyName("r")] RiskCategory? Risk,
    [property: JsonPropertyName("n")] int Mentions,
    [property: JsonPropertyName("h")] int HotList,
    [property: JsonPropertyName("w")] int News,
    [property: JsonPropertyName("k")] int? Rank
)
{
    public const int TitleLimit = 120;

    private const int VoicesKept = 8;

    /// <summary>Longer addresses are left out: a bucket stays small.</summary>
    public const int UrlLimit = 400;

    /// <summary>
    /// Where the most severe mention can be read; null when it has no address. From outside: only http and https are
    /// ever linked.
    /// </summary>
    [JsonPropertyName("u")]
    public string? Url { get; init; }

    /// <summary>The most severe mention's source; null in rows written before it was kept.</summary>
    [JsonPropertyName("o")]
    public string? Source { get; init; }

    /// <summary>When the most severe mention was made; null in rows written before it was kept.</summary>
    [JsonPropertyName("d")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Other sources that told it, a line each; null when there are none.</summary>
    [JsonPropertyName("z")]
    public string? Others { get; init; }

    /// <summary>Every source that told it, as far as they are known.</summary>
    public IEnumerable<string> ToldBy()
    {
        if (Source is not null)
            yield return Source;
        foreach (var other in Others?.Split('\n') ?? [])
            yield return other;
    }

    /// <summary>Followers reached, summed over its mentions; 0 in rows written before it was kept.</summary>
    [JsonPropertyName("l")]
    public long Reach { get; init; }

    /// <summary>Likes, reposts and comments; 0 in rows written before it was kept.</summary>
    [JsonPropertyName("e")]
    public long Engagement { get; init; }

    /// <summary>Who tells it, by <see cref="Buckets.Voices.Of"/>: a sketch, read by <see cref="Count"/>.</summary>
    [JsonPropertyName("v")]
    [JsonConverter(typeof(SketchJson))]
    public ImmutableArray<uint> Voices { get; init; }

    /// <summary>How many voices a story's sketch stands for: exact up to 8.</summary>
    public static long Count(ImmutableArray<uint> voices) => Buckets.Voices.Count(voices, VoicesKept);

    internal StorySample With(StorySample other)
    {
        var graver = other.Severity > Severity ? other : this;
        return graver with
        {
            Others = OthersThan(graver.Source, other),
            Mentions = Mentions + other.Mentions,
            HotList = HotList + other.HotList,
            News = News + other.News,
            Rank = Rank is { } a && other.Rank is { } b ? Math.Min(a, b) : Rank ?? other.Rank,
            Reach = Reach + other.Reach,
            Engagement = Engagement + other.Engagement,
            Voices = Buckets.Voices.Merge(Voices, other.Voices, VoicesKept),
        };
    }

    private string? OthersThan(string? source, StorySample other)
    {
        // Most often one source tells it again and again.
        if (Others is null && other.Others is null && Source == other.Source)
            return null;
        var others = ToldBy()
            .Concat(other.ToldBy())
            .Where(one => one != source)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(MinuteBucket.SourcesKept);
        return string.Join('\n', others) is { Length: > 0 } lines ? lines : null;
    }
}
