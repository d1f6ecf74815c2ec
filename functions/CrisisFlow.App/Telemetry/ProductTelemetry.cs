using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Polling;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Warnings;

namespace CrisisFlow.App.Telemetry;

/// <summary>
/// What the product counts and traces, by the .NET APIs alone; a host exports it where settings name an endpoint.
/// </summary>
/// <remarks>
/// No tag holds a link, an address, a text or anything else that came from outside: topics and sources are names of
/// settings, the rest are closed sets. See docs/telemetry.md.
/// </remarks>
public static class ProductTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "CrisisFlow";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Activities = new(Name);

    private static readonly Counter<long> MentionsStored = Meter.CreateCounter<long>(
        "mentions.stored",
        "{mention}",
        "Mentions stored for the first time."
    );

    private static readonly Counter<long> Warnings = Meter.CreateCounter<long>(
        "warnings",
        "{warning}",
        "Warnings raised, changed, cleared and held back."
    );

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "mails",
        "{mail}",
        "Mails handed to the mail transport."
    );

    private static readonly Counter<long> Polls = Meter.CreateCounter<long>(
        "polls",
        "{poll}",
        "Rounds of polling, and alerts of sources."
    );

    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>(
        "stage.duration",
        "s",
        "How long a stage ran."
    );

    /// <summary>A span and a duration around one run of a stage.</summary>
    public static async Task StageAsync(string stage, TimeProvider time, Func<Task> run)
    {
        using var activity = Activities.StartActivity("stage " + stage);
        activity?.SetTag("stage", stage);
        var start = time.GetTimestamp();
        var outcome = "failed";
        try
        {
            await run();
            outcome = "ok";
        }
        finally
        {
            if (outcome == "failed")
                activity?.SetStatus(ActivityStatusCode.Error);
            StageDuration.Record(time.GetElapsedTime(start).TotalSeconds, new("stage", stage), new("outcome", outcome));
        }
    }

    public static void Stored(TopicId topic, int mentions) =>
        MentionsStored.Add(mentions, new KeyValuePair<string, object?>("topic", topic.Value));

    /// <summary>Counts what happened to a topic's warnings by the words that are stored and shown.</summary>
    public static void Happened(TopicId topic, WarningEvent happened)
    {
        (string Kind, Level Level, WarningReason Reason)? told = happened switch
        {
            WarningEvent.Raised e => ("raised", e.Level, e.Reason),
            WarningEvent.Changed e => ("changed", e.Level, e.Reason),
            WarningEvent.Cleared e => ("cleared", e.From, e.Reason),
            WarningEvent.HeldBack e => ("heldback", e.Level, e.Reason),
            _ => null,
        };
        if (told is { } one)
            Warnings.Add(
                1,
                new("topic", topic.Value),
                new("kind", one.Kind),
                new("level", one.Level.ToString()),
                new("reason", one.Reason.ToString())
            );
    }

    /// <summary>Counts a round of polling; what began to fail, went quiet or came back by its source.</summary>
    public static void Polled(PollReport report)
    {
        if (report.Polled > 0)
            Polls.Add(report.Polled, new KeyValuePair<string, object?>("outcome", "asked"));
        foreach (var alert in report.Alerts)
            Polls.Add(1, new("source", alert.Source), new("outcome", alert.Kind.ToString()));
    }

    /// <summary>Counts a mail by how its delivery went.</summary>
    public static void Sent(string mailId, Delivery delivery) =>
        Mails.Add(1, new("kind", KindOf(mailId)), new("outcome", delivery.GetType().Name));

    /// <summary>warning, notice or press where the mail's id begins so, and case otherwise.</summary>
    public static string KindOf(string mailId)
    {
        var word = mailId[..Math.Max(0, mailId.IndexOf('.', StringComparison.Ordinal))];
        return word is "warning" or "notice" or "press" ? word : "case";
    }
}
