namespace CrisisFlow.Core.Deciding;

/// <summary>
/// What a decider answers to a command: events, possibly none ("already done"), or a refusal. Never an exception.
/// </summary>
/// <typeparam name="TEvent">The decider's events.</typeparam>
/// <typeparam name="TRefusal">The decider's closed set of reasons.</typeparam>
public abstract record Decision<TEvent, TRefusal>
    where TRefusal : struct, Enum
{
    private Decision() { }

    /// <summary>Nothing to do: it was done before.</summary>
    public static readonly Decision<TEvent, TRefusal> Nothing = new Accepted([]);

    public static Decision<TEvent, TRefusal> Of(params IReadOnlyList<TEvent> events) =>
        events.Count == 0 ? Nothing : new Accepted(events);

    public static Decision<TEvent, TRefusal> Refuse(TRefusal reason, string details) => new Refused(reason, details);

    /// <param name="Events">In the order they happen; empty when there was nothing left to do.</param>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent, TRefusal>;

    /// <param name="Details">
    /// A sentence naming the thing, its value and the limit; for logs and tests. People read a text made from the
    /// reason.
    /// </param>
    public sealed record Refused(TRefusal Reason, string Details) : Decision<TEvent, TRefusal>;
}
