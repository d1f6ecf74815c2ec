using CrisisFlow.App;
using CrisisFlow.App.Health;
using CrisisFlow.Cases;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Hosting;

/// <summary>What this host does again and again, and how often.</summary>
internal static class HostStages
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>How long a round of polling is waited for; a source may take thirty seconds to say nothing.</summary>
    private static readonly TimeSpan PollPatience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<HostStage> Of(Product product, Func<Product, CancellationToken, Task>? alsoPoll, TimeProvider time)
    {
        var settings = product.Settings.Stages;
        var polling = new OverlappingRuns(product.PollAsync, PollPatience, time);
        return
        [
            new(Stage.Poll, settings.Poll, async stopping =>
            {
                await polling.RunAsync(stopping);
                if (alsoPoll is not null) await alsoPoll(product, stopping);
            }),
            new(Stage.Evaluate, settings.Evaluate, product.EvaluateAsync),
            new(Stage.Cases, settings.Sweep, stopping => product.Runner.SweepAsync(stopping)),
            new(Stage.Watch, settings.Heartbeat / 3, product.WatchAsync),
            new(Stage.Retention, Day / 4, product.Retention.RunAsync),
        ];
    }

    /// <summary>Performs what woken cases ask for as soon as they are woken.</summary>
    public static async Task FollowCasesAsync(Product product, StageLoop sweep, CancellationToken stopping)
    {
        await foreach (CaseId woken in product.Runner.Woken.ReadAllAsync(stopping))
        {
            _ = woken;
            sweep.Nudge();
        }
    }
}
