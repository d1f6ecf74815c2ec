using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>
/// A mention as its source showed it later: still on the list, at another rank, with more likes. It is no further
/// mention, and of several the latest counts.
/// </summary>
/// <param name="Mention">Its id.</param>
/// <param name="At">The time at which the mention itself counts.</param>
/// <param name="Read">When the source showed it so.</param>
/// <param name="Now">The mention alone, as it was then.</param>
/// <param name="FirstReach">Reach that its own minute counts already.</param>
/// <param name="FirstEngagement">Engagement that its own minute counts already.</param>
public sealed record LaterSight(
    [property: JsonPropertyName("i")] string Mention,
    [property: JsonPropertyName("d")] DateTimeOffset At,
    [property: JsonPropertyName("r")] DateTimeOffset Read,
    [property: JsonPropertyName("b")] MinuteBucket Now,
    [property: JsonPropertyName("f")] long FirstReach,
    [property: JsonPropertyName("e")] long FirstEngagement
);
