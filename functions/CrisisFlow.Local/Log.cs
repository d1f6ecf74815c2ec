namespace CrisisFlow.Local;

/// <summary>
/// Everything this host logs. Event ids are stable; no message holds a token, a key or a mail address.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Stage {Stage} failed")]
    public static partial void StageFailed(ILogger log, string stage, Exception exception);

    [LoggerMessage(1002, LogLevel.Information, "Listening on {Address}, data in {Folder}")]
    public static partial void Started(ILogger log, string address, string folder);
}
