using System.Text.Json;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// Stores what people and the product tell a case. The case's host is woken afterwards; a sweep finds what was never
/// taken.
/// </summary>
public sealed class CaseSignals(IEntityStore store)
{
    private readonly OpenCases _open = new(store);

    /// <summary>Insert-only: repeating an id changes nothing; the result says so.</summary>
    /// <param name="signalId">
    /// 1 to 200 characters safe in a key; derived from what is signalled, for example round, person and purpose.
    /// </param>
    public async Task<SignalResult> RaiseAsync(
        CaseId caseId,
        string signalId,
        CaseCommand command,
        PersonId? by,
        CancellationToken cancellation = default
    )
    {
        await _open.MarkAsync(caseId, signalId, command.At, cancellation);
        var row = new EntityProperties { { "By", by?.Value }, { "RaisedAt", command.At } };
        row.AddLong("Json", CaseJson.Write(command));
        var result = await store.CommitAsync(
            CaseTables.Cases,
            caseId.Value,
            [
                new EntityChange.Insert(CaseKeys.Signal(signalId), row),
                new EntityChange.Insert(
                    CaseKeys.Queued(command.At, signalId),
                    new EntityProperties { { "Signal", signalId } }
                ),
            ],
            cancellation
        );
        if (result is CommitResult.Committed)
            return new SignalResult.Raised();
        var stored =
            await store.GetAsync(CaseTables.Cases, new EntityKey(caseId.Value, CaseKeys.Signal(signalId)), cancellation)
            ?? throw new InvalidOperationException(
                $"Signal '{signalId}' of case '{caseId}' exists and does not exist."
            );
        var taken = TakenOf(stored.Properties);
        if (taken is not null)
            await _open.UnmarkAsync(caseId, signalId, cancellation);
        return new SignalResult.AlreadyThere(SignalOf(signalId, stored.Properties), taken);
    }

    /// <summary>What became of a signal; null when it was never raised.</summary>
    public async Task<SignalResult.AlreadyThere?> FindAsync(
        CaseId caseId,
        string signalId,
        CancellationToken cancellation = default
    )
    {
        var stored = await store.GetAsync(
            CaseTables.Cases,
            new EntityKey(caseId.Value, CaseKeys.Signal(signalId)),
            cancellation
        );
        return stored is null
            ? null
            : new SignalResult.AlreadyThere(SignalOf(signalId, stored.Properties), TakenOf(stored.Properties));
    }

    private static StoredSignal SignalOf(string id, EntityProperties row) =>
        new(
            id,
            CaseJson.ReadCommand(row.ReadLong("Json")),
            row.Text("By") is { } by ? new PersonId(by) : null,
            row.Time("RaisedAt") ?? default
        );

    private static SignalTaken? TakenOf(EntityProperties row) =>
        row.Time("TakenAt") is { } at
            ? new SignalTaken(
                at,
                Enum.TryParse<CaseRefusal>(row.Text("Refused"), out var refused) ? refused : null,
                row.Text("Details") ?? "",
                row.Flag("Nothing") ?? false
            )
            : null;

    /// <summary>The command of a stored signal; null when this version cannot read it.</summary>
    internal static CaseCommand? CommandOf(EntityProperties row)
    {
        try
        {
            return CaseJson.ReadCommand(row.ReadLong("Json"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The row with what the case made of it.</summary>
    internal static EntityProperties Taken(
        EntityProperties row,
        DateTimeOffset at,
        CaseRefusal? refused,
        string details,
        bool nothing
    )
    {
        var taken = new EntityProperties
        {
            { "TakenAt", at },
            { "Refused", refused?.ToString() },
            { "Details", details },
            { "Nothing", nothing ? true : null },
        };
        foreach (var (name, value) in row)
            if (taken.All(t => t.Key != name))
                taken.AddObject(name, value);
        return taken;
    }
}
