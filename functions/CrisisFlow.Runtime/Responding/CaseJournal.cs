using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Reads cases: the journal is the truth, everything else is a fold of it.</summary>
public sealed class CaseJournal(IEntityStore store)
{
    /// <summary>Null when there is no such case.</summary>
    public Task<CaseRecord?> ReadAsync(CaseId caseId, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store}: cases are not stored yet.");

    /// <summary>Cases newest first.</summary>
    public IAsyncEnumerable<CaseListing> ListAsync(int take, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store}: cases are not stored yet.");
}

/// <summary>A case with its whole journal.</summary>
public sealed record CaseRecord(CaseId Id, CaseState State, CaseFile File, IReadOnlyList<NumberedEvent> Events);

/// <summary>One line of the list of cases.</summary>
/// <param name="Phase">Null when it has ended.</param>
/// <param name="Ending">Null while it is open.</param>
public sealed record CaseListing(
    CaseId Id,
    string TopicId,
    string Topic,
    string Story,
    Core.Warnings.Level Level,
    CasePhase? Phase,
    CaseEnding? Ending,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastAt,
    DateTimeOffset? NextDeadline,
    bool IsDrill);
