using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Messaging;

/// <summary>
/// One line for each event on the topic "events". Alerts and the workbook (infra/app) read them by these names; nothing
/// in them comes from outside.
/// </summary>
internal static partial class EventLog
{
    [LoggerMessage(
        2001,
        LogLevel.Information,
        "Announced {Kind} {Type}: case {CaseId}, topic {TopicId}, level {Level}, reason {Reason}, drill {IsDrill}, "
            + "at {HappenedAt}"
    )]
    public static partial void EventAnnounced(
        ILogger log,
        string kind,
        string type,
        string? caseId,
        string topicId,
        string level,
        string? reason,
        bool isDrill,
        string happenedAt
    );

    [LoggerMessage(2002, LogLevel.Warning, "Warning events are postponed to the next minute: {Reason}")]
    public static partial void EventsWait(ILogger log, string reason);
}
