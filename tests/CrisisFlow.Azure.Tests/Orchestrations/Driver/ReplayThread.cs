namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>
/// Runs an orchestrator's continuations on the thread that replays it, one after the other, as the Durable worker does.
/// </summary>
internal sealed class ReplayThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new NonDeterministicOrchestratorException(
                "The orchestrator awaited something that its context did not give it: it went on on another thread."
            );
        _posted.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Runs everything posted, and what that posts.</summary>
    public void Drain()
    {
        while (_posted.TryDequeue(out var next))
            next.Callback(next.State);
    }

    /// <summary>Runs <paramref name="action"/> as the orchestrator's thread.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            Drain();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
