using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>How the brand's topic stands.</summary>
internal static class Standing
{
    private static readonly TopicId Brand = new("brand");

    public static async Task<IReadOnlyList<OpenWarning>> OpenAsync(this LocalApp app) =>
        await app.Warnings.StateAsync(Brand) is WarningState.Watching state ? state.Open : [];

    /// <summary>Time passes until a warning is active.</summary>
    public static Task RaisedAsync(this LocalApp app) =>
        app.FastForwardUntilAsync(
            async () => (await app.OpenAsync()).Count > 0,
            TimeSpan.FromHours(2),
            "a warning is active"
        );

    /// <summary>The risk index of this moment.</summary>
    public static Task<double> IndexAsync(this LocalApp app) =>
        app.Service<TopicEvaluation>().IndexAsync(app.Topics.Find(Brand)!, app.Clock.GetUtcNow());

    /// <summary>Mentions that were counted since the beginning.</summary>
    public static async Task<int> MentionsAsync(this LocalApp app) =>
        (await app.Buckets.MinutesAsync(Brand, OneBrand.Morning.AddDays(-2), Now(app), Now(app))).Sum(one =>
            one.Bucket.Mentions
        );

    /// <summary>Engagement and followers of all mentions, as they are now.</summary>
    public static async Task<(long Engagement, long Followers)> ReachAsync(this LocalApp app)
    {
        var all = await app.Service<MentionStore>()
            .ReadAsync(Brand, OneBrand.Morning.AddDays(-2), Now(app))
            .ToListAsync();
        return (all.Sum(one => one.Mention.Engagement.Total), all.Sum(one => one.Mention.Followers ?? 0));
    }

    private static DateTimeOffset Now(LocalApp app) => app.Clock.GetUtcNow().AddMinutes(1);
}
