using System.Text.Json;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;

namespace CrisisFlow.Azure.Messaging;

/// <summary>Tells the topic "events" what happened in a case.</summary>
public sealed class CaseAnnouncer(EventTopic topic, CaseJournal journal, CrisisFlowSettings settings)
{
    private readonly SitePaths _paths = new(settings.Site);

    /// <summary>Whether events up to this number wait to be sent.</summary>
    public async Task<bool> IsBehindAsync(CaseId id, long events, CancellationToken cancellation) =>
        events > 0 && await topic.LastAsync(Journal(id), cancellation) < events;

    public async Task SendAsync(CaseId id, CancellationToken cancellation)
    {
        if (await journal.ReadAsync(id, cancellation) is not { } record)
            return;
        var last = await topic.LastAsync(Journal(id), cancellation);
        await topic.SendAsync(
            Journal(id),
            [.. record.Events.Where(one => one.Number > last).Select(one => Message(record, one))],
            cancellation
        );
    }

    private static string Journal(CaseId id) => "case-" + id;

    private EventMessage Message(CaseRecord record, NumberedEvent one) =>
        new(
            $"case-{record.Id}-{one.Number}",
            "case",
            TypeOf(one.Event),
            one.Number,
            one.Event.At,
            record.Id.Value,
            record.File.Subject.TopicId,
            record.File.Level.ToString().ToLowerInvariant(),
            (record.State as CaseState.Open)?.Phase.Name.ToString().ToLowerInvariant(),
            (one.Event as CaseEvent.Opened)?.Subject.Index,
            Reason: null,
            record.File.Subject.Story,
            record.File.IsDrill,
            _paths.Absolute(_paths.Case(record.Id.Value))
        );

    // The discriminator is written by one serializer only, so it is read back from there.
    private static string TypeOf(CaseEvent happened)
    {
        using var json = JsonDocument.Parse(CaseJson.Write(happened));
        return json.RootElement.GetProperty("event").GetString()!;
    }
}
