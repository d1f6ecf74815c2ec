using CrisisFlow.Monitoring.Polling.Health;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App;

/// <summary>What the stages log. On Azure alerts and the workbook read these names (infra/app).</summary>
internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "Source {Source} is now {Kind}")]
    public static partial void SourceAlerted(ILogger log, string source, SourceAlertKind kind);

    [LoggerMessage(1102, LogLevel.Warning, "Mail not delivered: {Kind}, {Outcome}")]
    public static partial void MailNotDelivered(ILogger log, string kind, string outcome);
}
