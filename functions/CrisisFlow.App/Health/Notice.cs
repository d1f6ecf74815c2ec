using System.Globalization;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.App.Health;

/// <summary>Something about the product itself that the administrators must know.</summary>
/// <param name="Id">The same notice has the same id: it is mailed once.</param>
public sealed record Notice(string Id, DateTimeOffset At, Func<Texts, string> Title, Func<Texts, string> Text)
{
    /// <summary>A source that fails, went quiet, is gone or came back.</summary>
    public static Notice Of(SourceAlert alert)
    {
        var title = alert.Kind switch
        {
            SourceAlertKind.Quiet => "notice.source.quiet",
            SourceAlertKind.Recovered => "notice.source.recovered",
            _ => "notice.source.failing",
        };
        return new(
            StableId.Of(
                "source",
                alert.Source,
                alert.Kind.ToString(),
                alert.At.UtcTicks.ToString(CultureInfo.InvariantCulture)
            ),
            alert.At,
            t => t[title, alert.Source],
            t => t["notice.source", alert.Message]
        );
    }

    /// <summary>A stage that has stopped.</summary>
    public static Notice Of(StageRun still, DateTimeOffset started, DateTimeOffset now)
    {
        var since = still.LastOk ?? started;
        var told = since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new(
            StableId.Of("stage", still.Stage, since.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            now,
            t => t["notice.stage.title", still.Stage],
            t => t["notice.stage", told]
        );
    }
}
