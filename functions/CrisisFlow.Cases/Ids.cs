using System.Text.Json.Serialization;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases;

/// <summary>A person's id from settings: 1 to 64 characters a-z, 0-9, '-' and '.'.</summary>
[JsonConverter(typeof(PersonIdJson))]
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// A task within one case, for example "draft-2" or "approve-1-legal"; never used again once it was assigned.
/// </summary>
[JsonConverter(typeof(TaskIdJson))]
public readonly record struct TaskId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// One version on one channel in one language, for example "v2-webhook-zh" or "holding-statement-page-en": the
/// idempotency key of publishing.
/// </summary>
[JsonConverter(typeof(PublicationIdJson))]
public readonly record struct PublicationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// Names one wish of a case to touch the world; performing it twice under the same id changes nothing the second time.
/// </summary>
[JsonConverter(typeof(ActionIdJson))]
public readonly record struct ActionId(string Value)
{
    public override string ToString() => Value;
}

internal sealed class PersonIdJson() : IdJson<PersonId>(text => new PersonId(text), id => id.Value);

internal sealed class TaskIdJson() : IdJson<TaskId>(text => new TaskId(text), id => id.Value);

internal sealed class PublicationIdJson() : IdJson<PublicationId>(text => new PublicationId(text), id => id.Value);

internal sealed class ActionIdJson() : IdJson<ActionId>(text => new ActionId(text), id => id.Value);
