using System.Runtime.CompilerServices;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Engine;

/// <summary>Reads cases: the journal is the truth, everything else is a fold of it.</summary>
public sealed class CaseJournal(IEntityStore store)
{
    private readonly CaseLoader _cases = new(store);

    /// <summary>Null when there is no such case.</summary>
    public async Task<CaseRecord?> ReadAsync(CaseId caseId, CancellationToken cancellation = default) =>
        (await _cases.ReadAsync(caseId, cancellation)).Record;

    /// <summary>Cases newest first.</summary>
    public async IAsyncEnumerable<CaseListing> ListAsync(
        int take,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var rows = store.ScanAsync(CaseTables.List, CaseKeys.Everything, RowRange.All, take, cancellation);
        await foreach (var row in rows)
            yield return CaseList.FromRow(row.Properties);
    }
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
    Level Level,
    CasePhase? Phase,
    CaseEnding? Ending,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastAt,
    DateTimeOffset? NextDeadline,
    bool IsDrill
);
