using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web;

/// <summary>What the site logs. No line ever holds a token, a form or a name.</summary>
internal static partial class SiteLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Link refused: {Reason}, caller {Caller}.")]
    public static partial void LinkRefused(ILogger logger, string reason, string caller);

    [LoggerMessage(
        3002,
        LogLevel.Warning,
        "Too many invalid links from caller {Caller}: more than {Limit} in a minute."
    )]
    public static partial void TooManyBadLinks(ILogger logger, string caller, int limit);

    [LoggerMessage(3003, LogLevel.Warning, "Form refused: {Reason}, case {Case}, caller {Caller}.")]
    public static partial void FormRefused(ILogger logger, string reason, string @case, string caller);

    [LoggerMessage(3004, LogLevel.Information, "Decision accepted: signal {Signal}, case {Case}, caller {Caller}.")]
    public static partial void DecisionTaken(ILogger logger, string signal, string @case, string caller);

    [LoggerMessage(3007, LogLevel.Information, "Warning dismissed: {Warning}, caller {Caller}.")]
    public static partial void WarningDismissed(ILogger logger, string warning, string caller);

    [LoggerMessage(3005, LogLevel.Warning, "The store is temporarily unavailable: {Reason}")]
    public static partial void StoreAway(ILogger logger, string reason);

    [LoggerMessage(3006, LogLevel.Error, "A request to {Path} failed")]
    public static partial void RequestFailed(ILogger logger, string path, Exception exception);
}
