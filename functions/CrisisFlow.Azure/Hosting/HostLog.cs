using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Hosting;

/// <summary>
/// How this host itself is doing. Alerts and the workbook (infra/app) read these names; nothing in them comes from
/// outside.
/// </summary>
internal static partial class HostLog
{
    [LoggerMessage(2101, LogLevel.Information, "Stage {Stage} ran in {Seconds} s")]
    public static partial void StageRan(ILogger log, string stage, double seconds);

    [LoggerMessage(2102, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(ILogger log, string function, Exception exception);

    [LoggerMessage(2106, LogLevel.Error, "The tables at {Where} cannot be reached; retrying in {Seconds} s: {Reason}")]
    public static partial void TablesAway(ILogger log, string where, double seconds, string reason);

    [LoggerMessage(2104, LogLevel.Critical, "{Problems}")]
    public static partial void CannotStart(ILogger log, string problems);

    [LoggerMessage(2107, LogLevel.Warning, "{Note}")]
    public static partial void StartNote(ILogger log, string note);
}
