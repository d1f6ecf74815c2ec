using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>What an hour of a topic is usually like.</summary>
/// <param name="Mentions">
/// Median of this and the neighbouring hours of the day over the baseline's days, per hour.
/// </param>
/// <param name="Spread">Median absolute deviation of the same: robust against the days of earlier crises.</param>
/// <param name="Tone">Mean tone over the baseline's days before the long window; 0 when there were no mentions.</param>
internal readonly record struct Usual(double Mentions, double Spread, double Tone)
{
    public static Usual At(TopicHistory history, long hour, WarningSettings settings)
    {
        var days = (int)settings.BaselineDays;
        var first = history.Hours.Count > 0 ? history.Hours.Keys[0] : hour;
        var counts = new List<double>(days * 3);
        for (var day = 1; day <= days; day++)
        {
            for (var near = -1; near <= 1; near++)
            {
                var then = hour - day * 24 + near;
                // Hours before the first bucket are not silence but not yet watched.
                if (then >= first)
                    counts.Add(history.Hours.TryGetValue(then, out var bucket) ? bucket.Mentions : 0);
            }
        }
        var usual = Median(counts);
        for (var i = 0; i < counts.Count; i++)
            counts[i] = Math.Abs(counts[i] - usual);
        var spread = Median(counts);
        double tone = 0;
        var mentions = 0;
        for (var i = history.Hours.Count - 1; i >= 0 && history.Hours.Keys[i] >= hour - days * 24; i--)
        {
            if (history.Hours.Keys[i] >= hour - (long)settings.LongWindow)
                continue;
            tone += history.Hours.Values[i].Tone;
            mentions += history.Hours.Values[i].Mentions;
        }
        return new Usual(usual, spread, mentions == 0 ? 0 : tone / mentions);
    }

    private static double Median(List<double> values)
    {
        if (values.Count == 0)
            return 0;
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
