using System.Globalization;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>The row every write of a case replaces, so that two writers never both succeed.</summary>
/// <param name="Events">Number of the last event.</param>
/// <param name="Pending">Effects not done yet, in the order they were requested.</param>
internal sealed record CaseHead(long Events, IReadOnlyList<PendingAction> Pending)
{
    public static readonly CaseHead Empty = new(0, []);

    /// <summary>
    /// Phase, level and deadline are copies for people who look at the table; nothing reads them back.
    /// </summary>
    public EntityProperties ToRow(CaseState state)
    {
        var row = new EntityProperties
        {
            { "Events", Events },
            { "Phase", state is CaseState.Open open ? open.Phase.Name.ToString() : "Ended" },
            { "Level", state.FileOrNull?.Level.ToString() },
            { "NextDeadline", CaseDecider.NextDeadline(state) },
        };
        row.AddLong("Pending", string.Join('\n', Pending.Select(p => p.ToLine())));
        return row;
    }

    public static CaseHead FromRow(EntityProperties row) =>
        new(
            row.Number("Events") ?? 0,
            [
                .. row.ReadLong("Pending")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(PendingAction.FromLine),
            ]
        );
}

/// <param name="Tries">How often it was tried and failed for now.</param>
/// <param name="RetryAt">Not before this time; null = at once.</param>
internal sealed record PendingAction(CaseAction Action, int Tries, DateTimeOffset? RetryAt)
{
    public string ToLine() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tries} {RetryAt?.UtcTicks ?? 0} {CaseJson.Write(Action)}");

    public static PendingAction FromLine(string line)
    {
        var parts = line.Split(' ', 3);
        var ticks = long.Parse(parts[1], CultureInfo.InvariantCulture);
        return new PendingAction(
            CaseJson.ReadAction(parts[2]),
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero)
        );
    }
}
