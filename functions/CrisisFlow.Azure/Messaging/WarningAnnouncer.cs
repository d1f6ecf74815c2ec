using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Presentation;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Messaging;

/// <summary>Tells the topic "events" what happened to a topic's warnings, those held back included.</summary>
public sealed class WarningAnnouncer(
    EventTopic topic,
    WarningJournal journal,
    CrisisFlowSettings settings,
    ILogger<WarningAnnouncer> log
)
{
    // More than hours bring; a longer outage leaves a gap in the numbers.
    private const int Most = 500;

    private readonly SitePaths _paths = new(settings.Site);
    private readonly ConcurrentDictionary<TopicId, bool> _said = new();

    // As far as this instance knows; another one may have sent further.
    private readonly ConcurrentDictionary<TopicId, long> _sent = new();

    /// <summary>
    /// Every topic's; where Service Bus is away, what is left waits for the next minute and nobody waits for it.
    /// </summary>
    /// <param name="left">
    /// Topics that left settings: nothing happens to them any more, so each is asked for until it was told once.
    /// </param>
    public async Task SendAllAsync(
        IEnumerable<TopicId> topics,
        IEnumerable<TopicId> left,
        CancellationToken cancellation
    )
    {
        try
        {
            foreach (var one in topics)
                await SendAsync(one, cancellation);
            foreach (var one in left)
                if (!_said.ContainsKey(one))
                {
                    await SendAsync(one, cancellation);
                    _said[one] = true;
                }
        }
        catch (StoreUnavailableException away)
        {
            EventLog.EventsWait(log, away.Message);
        }
    }

    public async Task SendAsync(TopicId id, CancellationToken cancellation)
    {
        // The evaluation has just read how many there are.
        if (_sent.TryGetValue(id, out var sent) && journal.EventsKnown(id) == sent)
            return;
        var name = "warnings-" + id;
        long? last = null;
        var newest = 0L;
        var waiting = new List<EventMessage>();
        await foreach (var (number, happened) in journal.EventsAsync(id, Most, cancellation))
        {
            newest = Math.Max(newest, number);
            // Most minutes bring nothing: then the cursor need not be read.
            if (number <= _sent.GetValueOrDefault(id))
                break;
            last ??= await topic.LastAsync(name, cancellation);
            if (number <= last)
                break;
            if (Message(id, number, happened) is { } message)
                waiting.Add(message);
        }

        waiting.Reverse();
        await topic.SendAsync(name, waiting, cancellation);
        _sent[id] = newest;
    }

    // Mails and silences are the product's own affair.
    private EventMessage? Message(TopicId id, long number, WarningEvent happened)
    {
        return happened switch
        {
            WarningEvent.Raised e => Of("raised", e.Level, e.Index, e.Reason, e.Story),
            WarningEvent.Changed e => Of("changed", e.Level, e.Index, e.Reason, e.Story),
            WarningEvent.Cleared e => Of("cleared", Level.None, e.Index, e.Reason, e.Story),
            WarningEvent.HeldBack e => Of("heldback", e.Level, e.Index, e.Reason, e.Story),
            _ => null,
        };

        EventMessage Of(string type, Level level, double index, WarningReason reason, string story) =>
            new(
                $"warning-{id}-{number}",
                "warning",
                type,
                number,
                happened.At,
                null,
                id.Value,
                level.ToString().ToLowerInvariant(),
                null,
                index,
                reason.ToString(),
                story,
                IsDrill: false,
                _paths.Absolute(_paths.Topic(id.Value))
            );
    }
}
