using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Response.Engine;

/// <summary>Performs one kind of action that cases ask for: mails, publications, measurements.</summary>
public interface ICaseActionPerformer
{
    /// <summary>The kind of <see cref="CaseAction"/> it performs.</summary>
    Type Kind { get; }

    /// <param name="record">The case as it is now.</param>
    Task<ActionAnswer> PerformAsync(
        CaseRecord record,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    );
}
