using CrisisFlow.Local.Storage;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;

namespace CrisisFlow.Storage.Tests;

public sealed class SqliteKeepsTheContract : EntityStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-store-").FullName;
    private SqliteEntityStore? _store;

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<IEntityStore> OpenAsync() =>
        Task.FromResult<IEntityStore>(_store ??= new SqliteEntityStore(Path.Combine(_folder, "store.db")));
}

public sealed class MemoryKeepsTheContract : EntityStoreContract
{
    private readonly MemoryEntityStore _store = new();

    protected override Task<IEntityStore> OpenAsync() => Task.FromResult<IEntityStore>(_store);
}
