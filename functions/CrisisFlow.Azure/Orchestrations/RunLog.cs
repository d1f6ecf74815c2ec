using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>How the runs of cases are doing. Alerts (infra/app) read these names.</summary>
internal static partial class RunLog
{
    [LoggerMessage(2103, LogLevel.Warning, "Case {CaseId} restarted: its run had ended as {Status}")]
    public static partial void CaseRestarted(ILogger log, string caseId, string status);

    [LoggerMessage(2105, LogLevel.Error, "Case {CaseId} could not be notified; the next sweep retries")]
    public static partial void CaseNotWoken(ILogger log, string caseId, Exception exception);
}
