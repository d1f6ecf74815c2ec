using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>What was counted of the brand's topic, and how high its warnings got.</summary>
internal static class Counts
{
    public static async Task<MinuteBucket> SumAsync(this LocalApp app)
    {
        var now = app.Clock.GetUtcNow();
        var minutes = await app.Buckets.MinutesAsync(app.Topics.All[0].Id, now.AddDays(-3), now.AddHours(1), now);
        return minutes.Aggregate(MinuteBucket.Empty, (sum, one) => MinuteBucket.Merge(sum, one.Bucket));
    }

    public static async Task<(int Mentions, int News)> CountsAsync(this LocalApp app) =>
        await app.SumAsync() is var sum ? (sum.Mentions, sum.News) : default;

    public static async Task<Level> HighestAsync(this LocalApp app)
    {
        var highest = Level.None;
        await foreach (var warning in app.Warnings.ViewsAsync(app.Topics.All[0].Id, 50))
            highest = warning.Highest > highest ? warning.Highest : highest;
        return highest;
    }
}
