using CrisisFlow.App.Health;
using CrisisFlow.Settings;

namespace CrisisFlow.App.Stages;

/// <summary>Tells the administrators of stages that have stopped, each once until it runs again.</summary>
public sealed class Heartbeat(StageHealth stages, Notices notices, CrisisFlowSettings settings, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        foreach (var still in stages.Still(settings.Stages.Heartbeat))
            await notices.AddAsync(Notice.Of(still, stages.Started, now), cancellation);
        await notices.SendAsync(now, cancellation);
    }
}
