using CrisisFlow.App.Health;
using CrisisFlow.App.Telemetry;
using CrisisFlow.Monitoring.Polling;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App.Stages;

/// <summary>One round of polling; the administrators hear of sources that fail, have gone quiet or are back.</summary>
public sealed class PollRound(Poller poller, Notices notices, TimeProvider time, ILogger<PollRound> log)
{
    public Task RunAsync(CancellationToken cancellation = default) =>
        ProductTelemetry.StageAsync(Stage.Poll, time, () => PollAsync(cancellation));

    private async Task PollAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var report = await poller.PollDueAsync(now, cancellation);
        ProductTelemetry.Polled(report);
        foreach (var alert in report.Alerts)
        {
            Log.SourceAlerted(log, alert.Source, alert.Kind);
            await notices.AddAsync(Notice.Of(alert), cancellation);
        }

        await notices.SendAsync(now, cancellation);
    }
}
