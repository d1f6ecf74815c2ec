using CrisisFlow.App.Health;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Hosting;

/// <summary>
/// When each stage last ran, shared by the app's instances: the one that is asked for /health is seldom the one whose
/// timer fired.
/// </summary>
public sealed class StageStore(IEntityStore store)
{
    public const string Table = "stages";

    private const string Partition = "all";

    public async Task SaveAsync(StageRun run, CancellationToken cancellation) =>
        await store.CommitAsync(
            Table,
            Partition,
            [
                new EntityChange.Upsert(
                    run.Stage,
                    new()
                    {
                        { "lastRun", run.LastRun },
                        { "lastOk", run.LastOk },
                        { "problem", run.Problem },
                        { "failures", (long)run.FailuresInARow },
                    }
                ),
            ],
            cancellation
        );

    public async Task ShowOnAsync(StageHealth board, CancellationToken cancellation)
    {
        await foreach (var row in store.ScanAsync(Table, Partition, RowRange.All, cancellation: cancellation))
            board.Learn(
                new StageRun(
                    row.Key.Row,
                    row.Properties.Time("lastRun"),
                    row.Properties.Time("lastOk"),
                    row.Properties.Text("problem"),
                    (int)(row.Properties.Number("failures") ?? 0)
                )
            );
    }
}
