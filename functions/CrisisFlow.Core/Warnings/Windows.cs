using CrisisFlow.Core.Monitoring;

namespace CrisisFlow.Core.Warnings;

/// <summary>What the windows of one moment hold.</summary>
/// <param name="Long">The long window: this hour and the whole hours before it.</param>
/// <param name="Mentions">Mentions of the seven short windows that end now, newest first.</param>
/// <param name="Negative">Negative mentions of the same.</param>
/// <param name="UsualMentions">Median of this and the neighbouring hours of the day over the baseline's days, per short window.</param>
/// <param name="UsualSpread">Median absolute deviation of the same.</param>
/// <param name="UsualTone">Mean tone over the baseline's days before the long window; 0 when there were no mentions.</param>
internal sealed record Windows(
    MinuteBucket Long, int[] Mentions, int[] Negative, double UsualMentions, double UsualSpread, double UsualTone)
{
    public const int Shorts = 7;

    public static Windows At(TopicHistory history, DateTimeOffset now, WarningSettings settings, MinuteBucket merged)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        var length = (int)settings.ShortWindow;
        var mentions = new int[Shorts];
        var negative = new int[Shorts];
        for (var i = history.Minutes.Count - 1; i >= 0; i--)
        {
            var age = minute - history.Minutes.Keys[i];
            if (age < 0) continue;
            var window = (int)(age / length);
            if (window >= Shorts) break;
            mentions[window] += history.Minutes.Values[i].Mentions;
            negative[window] += history.Minutes.Values[i].Negative;
        }
        var (usual, spread, tone) = Baseline(history, minute / 60, settings);
        var scale = length / 60.0;
        return new Windows(merged, mentions, negative, usual * scale, spread * scale, tone);
    }

    /// <summary>The long window's hours as one bucket.</summary>
    public static MinuteBucket MergeLong(TopicHistory history, long hour, WarningSettings settings)
    {
        var merged = MinuteBucket.Empty;
        for (var i = history.Hours.Count - 1; i >= 0 && history.Hours.Keys[i] >= hour - (long)settings.LongWindow; i--)
            if (history.Hours.Keys[i] <= hour) merged = MinuteBucket.Merge(merged, history.Hours.Values[i]);
        return merged;
    }

    private static (double Usual, double Spread, double Tone) Baseline(TopicHistory history, long hour, WarningSettings settings)
    {
        var days = (int)settings.BaselineDays;
        var first = history.Hours.Count > 0 ? history.Hours.Keys[0] : hour;
        var counts = new List<int>(days * 3);
        for (var day = 1; day <= days; day++)
        {
            for (var near = -1; near <= 1; near++)
            {
                var then = hour - day * 24 + near;
                // Hours before the first bucket are not silence but not yet watched.
                if (then >= first) counts.Add(history.Hours.TryGetValue(then, out var bucket) ? bucket.Mentions : 0);
            }
        }
        var usual = Median(counts);
        var spread = Median([.. counts.Select(count => Math.Abs(count - usual))]);
        double tone = 0;
        var mentions = 0;
        for (var i = history.Hours.Count - 1; i >= 0 && history.Hours.Keys[i] >= hour - days * 24; i--)
        {
            if (history.Hours.Keys[i] >= hour - (long)settings.LongWindow) continue;
            tone += history.Hours.Values[i].Tone;
            mentions += history.Hours.Values[i].Mentions;
        }
        return (usual, spread, mentions == 0 ? 0 : tone / mentions);
    }

    private static double Median<T>(List<T> values) where T : struct, IConvertible
    {
        if (values.Count == 0) return 0;
        values.Sort();
        var middle = values.Count / 2;
        var high = Convert.ToDouble(values[middle], null);
        return values.Count % 2 == 1 ? high : (Convert.ToDouble(values[middle - 1], null) + high) / 2;
    }
}
