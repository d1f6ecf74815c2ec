using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>
/// What happened to an orchestration, in order. Replaying it from the start gives the same actions, or the orchestrator
/// is not deterministic.
/// </summary>
internal abstract record History
{
    /// <summary>
    /// A step of the orchestrator begins; its clock stands at <paramref name="At"/> until the next one.
    /// </summary>
    public sealed record Stepped(DateTime At) : History;

    public sealed record ActivityScheduled(int Id, string Name, string Input) : History;

    public sealed record ActivityCompleted(int Id, string Result) : History;

    public sealed record ActivityFailed(int Id, string Name, TaskFailureDetails Failure) : History;

    public sealed record TimerCreated(int Id, DateTime FireAt) : History;

    public sealed record TimerFired(int Id) : History;

    public sealed record Raised(string Name, string Payload) : History;
}

/// <summary>Something the orchestrator asked for in its code's order.</summary>
internal abstract record OrchestratorAction(int Id)
{
    public sealed record CallActivity(int Id, string Name, string Input) : OrchestratorAction(Id);

    public sealed record StartTimer(int Id, DateTime FireAt) : OrchestratorAction(Id);
}

/// <summary>The orchestrator asked for something else than the last time it ran over the same history.</summary>
internal sealed class NonDeterministicOrchestratorException(string message) : Exception(message);
