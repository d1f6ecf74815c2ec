using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>What the windows of one moment hold.</summary>
/// <param name="Long">The long window: this hour and the whole hours before it.</param>
/// <param name="Counted">
/// The same as the topic's indicators count it: in a flood by few, as if each of them had spoken once.
/// </param>
/// <param name="Mentions">Mentions of the seven short windows that end now, newest first.</param>
/// <param name="Negative">Negative mentions of the same.</param>
/// <param name="UsualMentions">
/// Median of this and the neighbouring hours of the day over the baseline's days, per short window.
/// </param>
/// <param name="UsualSpread">Median absolute deviation of the same.</param>
/// <param name="UsualTone">
/// Mean tone over the baseline's days before the long window; 0 when there were no mentions.
/// </param>
internal sealed record Windows(
    MinuteBucket Long,
    MinuteBucket Counted,
    int[] Mentions,
    int[] Negative,
    double UsualMentions,
    double UsualSpread,
    double UsualTone
)
{
    public const int Shorts = 7;

    public static Windows At(
        TopicHistory history,
        DateTimeOffset now,
        WarningSettings settings,
        MinuteBucket merged,
        Usual usual
    )
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        var length = (int)settings.ShortWindow;
        var mentions = new int[Shorts];
        var negative = new int[Shorts];
        for (var i = history.Minutes.Count - 1; i >= 0; i--)
        {
            var age = minute - history.Minutes.Keys[i];
            if (age < 0)
                continue;
            var window = (int)(age / length);
            if (window >= Shorts)
                break;
            mentions[window] += history.Minutes.Values[i].Mentions;
            negative[window] += history.Minutes.Values[i].Negative;
        }
        var scale = length / 60.0;
        var counted = AsVoices(merged);
        if (!ReferenceEquals(counted, merged))
            for (var i = 0; i < Shorts; i++)
            {
                mentions[i] = Part(mentions[i], counted.Mentions, merged.Mentions);
                negative[i] = Part(negative[i], counted.Negative, merged.Negative);
            }

        return new Windows(
            merged,
            counted,
            mentions,
            negative,
            usual.Mentions * scale,
            usual.Spread * scale,
            usual.Tone
        );
    }

    /// <summary>How many of the mentions in a bucket count: a voice once, whatever it repeats.</summary>
    private static MinuteBucket AsVoices(MinuteBucket merged)
    {
        var voices = Voices.Among(merged.Mentions, merged.AllVoices);
        if (Flood.Of(merged.Mentions, voices) is null)
            return merged;
        return merged with
        {
            Mentions = voices,
            Negative = Math.Min(voices, Voices.Among(merged.Negative, merged.NegativeVoices)),
            Tone = merged.Tone * voices / merged.Mentions,
        };
    }

    private static int Part(int count, int counted, int of) =>
        of == 0 ? 0 : (int)Math.Ceiling((double)count * counted / of);

    /// <summary>The long window's whole hours before this one as one bucket.</summary>
    public static MinuteBucket MergeClosed(TopicHistory history, long hour, WarningSettings settings)
    {
        var merged = MinuteBucket.Empty;
        for (var i = history.Hours.Count - 1; i >= 0 && history.Hours.Keys[i] >= hour - (long)settings.LongWindow; i--)
            if (history.Hours.Keys[i] < hour)
                merged = MinuteBucket.Merge(merged, history.Hours.Values[i]);
        return merged;
    }
}
