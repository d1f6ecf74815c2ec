using CrisisFlow.App.Health;
using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;

namespace CrisisFlow.App.Health;

/// <summary>Something about the product itself that the administrators must know.</summary>
/// <param name="Id">The same notice has the same id: it is mailed once.</param>
public sealed record Notice(string Id, DateTimeOffset At, LocalText Title, LocalText Text)
{
    /// <summary>A source that fails, went quiet, is gone or came back.</summary>
    public static Notice Of(SourceAlert alert) => new(
        StableId.Of("source", alert.Source, alert.Kind.ToString(), alert.At.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        alert.At,
        alert.Kind switch
        {
            SourceAlertKind.Quiet => new($"来源“{alert.Source}”没有新内容", $"Source '{alert.Source}' has gone quiet"),
            SourceAlertKind.Recovered => new($"来源“{alert.Source}”已恢复", $"Source '{alert.Source}' has recovered"),
            _ => new($"来源“{alert.Source}”读取失败", $"Source '{alert.Source}' is failing"),
        },
        new($"在它恢复之前，来自该来源的危机可能不会被发现。\n\n{alert.Message}", $"Until it recovers, a crisis there may go unnoticed.\n\n{alert.Message}"));

    /// <summary>A stage that stands still.</summary>
    public static Notice Of(StageRun still, DateTimeOffset started, DateTimeOffset now)
    {
        var since = still.LastOk ?? started;
        return new(
            StableId.Of("stage", still.Stage, since.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            now,
            new($"阶段“{still.Stage}”停止运行", $"Stage '{still.Stage}' stands still"),
            new(
                $"自 {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC 起该阶段没有成功运行过。在此期间的预警和案件可能被延误。",
                $"It has not run well since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Warnings and cases may be delayed until it does."));
    }
}
