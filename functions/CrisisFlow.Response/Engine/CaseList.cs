using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Engine;

/// <summary>One row per case, newest first; written after the case and again whenever it lags behind.</summary>
internal static class CaseList
{
    public static async Task UpdateAsync(IEntityStore store, LoadedCase loaded, CancellationToken cancellation)
    {
        if (loaded.State.FileOrNull is not { } file)
            return;
        var row = CaseKeys.Listed(file.OpenedAt, file.Id);
        while (true)
        {
            var existing = await store.GetAsync(CaseTables.List, new EntityKey(CaseKeys.Everything, row), cancellation);
            if (existing?.Properties.Number("Events") >= file.Events)
                return;
            var properties = ToRow(loaded.State, file);
            EntityChange change = existing is null
                ? new EntityChange.Insert(row, properties)
                : new EntityChange.Replace(row, properties, existing.ETag);
            if (
                await store.CommitAsync(CaseTables.List, CaseKeys.Everything, [change], cancellation)
                is CommitResult.Committed
            )
                return;
        }
    }

    public static CaseListing FromRow(EntityProperties row) =>
        new(
            new CaseId(row.Text("Case") ?? ""),
            row.Text("TopicId") ?? "",
            row.Text("Topic") ?? "",
            row.Text("Story") ?? "",
            Enum.TryParse<Level>(row.Text("Level"), out var level) ? level : Level.None,
            Enum.TryParse<CasePhase>(row.Text("Phase"), out var phase) ? phase : null,
            Enum.TryParse<CaseEnding>(row.Text("Ending"), out var ending) ? ending : null,
            row.Time("OpenedAt") ?? default,
            row.Time("LastAt") ?? default,
            row.Time("NextDeadline"),
            row.Flag("IsDrill") ?? false
        );

    private static EntityProperties ToRow(CaseState state, CaseFile file) =>
        new()
        {
            { "Case", file.Id.Value },
            { "Events", file.Events },
            { "TopicId", file.Subject.TopicId },
            { "Topic", file.Subject.Topic },
            { "Story", file.Subject.Story },
            { "Level", file.Level.ToString() },
            { "Phase", (state as CaseState.Open)?.Phase.Name.ToString() },
            { "Ending", (state as CaseState.Closed)?.Ended.Ending.ToString() },
            { "OpenedAt", file.OpenedAt },
            { "LastAt", file.LastAt },
            { "NextDeadline", CaseDecider.NextDeadline(state) },
            { "IsDrill", file.IsDrill },
        };
}
