using System.Runtime.CompilerServices;
using CrisisFlow.Storage;
using Microsoft.Data.Sqlite;

namespace CrisisFlow.Local.Storage;

/// <summary>Entities in one SQLite file (WAL, synchronous = FULL: what was committed survives a power cut).</summary>
/// <remarks>
/// One writer at a time in this process; another process on the same file is waited for up to the busy timeout.
/// </remarks>
public sealed class SqliteEntityStore : IEntityStore, IDisposable
{
    private const int Page = 256;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SqliteConnection _writer;

    /// <param name="file">Created with its folder when it is not there.</param>
    /// <exception cref="StoreUnavailableException">
    /// The file cannot be opened or is no database; the message names it.
    /// </exception>
    public SqliteEntityStore(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        OwnerOnly(file);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 15,
            Pooling = true,
        }.ToString();
        _writer = new SqliteConnection(_connectionString);
        Guard(
            $"open {file}",
            () =>
            {
                _writer.Open();
                SchemaVersion.Ensure(_writer, file);
                return 0;
            }
        );
    }

    /// <summary>Before SQLite sees it: the log and the index beside it get the rights of the file.</summary>
    private static void OwnerOnly(string file)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(file))
            return;
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            if (File.Exists(file))
                File.SetUnixFileMode(file, mode);
            else
                new FileStream(
                    file,
                    new FileStreamOptions
                    {
                        Mode = FileMode.OpenOrCreate,
                        Access = FileAccess.Write,
                        UnixCreateMode = mode,
                    }
                ).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The store could not open {file}: {error.Message}", error);
        }
    }

    public async Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default)
    {
        foreach (var table in tables)
            EntityLimits.CheckTable(table);
        await _writing.WaitAsync(cancellation);
        try
        {
            Guard(
                "create tables",
                () =>
                {
                    foreach (var table in tables)
                        Execute(
                            $"CREATE TABLE IF NOT EXISTS \"t_{table}\" (pk TEXT NOT NULL, rk TEXT NOT NULL, etag "
                                + "INTEGER NOT NULL, props BLOB NOT NULL, PRIMARY KEY (pk, rk)) WITHOUT ROWID"
                        );
                    return 0;
                }
            );
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default)
    {
        CheckAddress(table, key.Partition);
        EntityLimits.CheckRow(table, key.Row);
        return Task.FromResult(
            Guard(
                $"read {table}",
                () =>
                {
                    using var connection = OpenReader();
                    using var command = connection.CreateCommand();
                    command.CommandText = $"SELECT rk, etag, props FROM \"t_{table}\" WHERE pk = $pk AND rk = $rk";
                    command.Parameters.AddWithValue("$pk", key.Partition);
                    command.Parameters.AddWithValue("$rk", key.Row);
                    using var reader = command.ExecuteReader();
                    return reader.Read() ? ReadEntity(reader, key.Partition) : null;
                }
            )
        );
    }

    public async IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        CheckAddress(table, partition);
        await Task.CompletedTask;
        // In pages, so that a slow reader holds no read transaction open and the log can be checkpointed.
        var (from, inclusive, left) = (range.From ?? "", true, take ?? int.MaxValue);
        while (left > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = ReadPage(table, partition, from, inclusive, range.To, Math.Min(Page, left));
            foreach (var entity in page)
                yield return entity;
            if (page.Count < Page)
                yield break;
            (from, inclusive, left) = (page[^1].Key.Row, false, left - page.Count);
        }
    }

    public async Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        EntityLimits.CheckCommit(table, partition, changes);
        await _writing.WaitAsync(cancellation);
        try
        {
            return Guard($"write {table}", () => Commit(table, partition, changes));
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _writing.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }

    private CommitResult Commit(string table, string partition, IReadOnlyList<EntityChange> changes)
    {
        using var transaction = _writer.BeginTransaction(deferred: false);
        var etags = new string[changes.Count];
        using var write = new RowWriter(_writer, transaction, table, partition);
        for (var i = 0; i < changes.Count; i++)
        {
            var (conflict, etag) = write.Apply(changes[i]);
            if (conflict is { } kind)
                return new CommitResult.Conflict(i, kind);
            etags[i] = etag;
        }

        transaction.Commit();
        return new CommitResult.Committed(etags);
    }

    private List<Entity> ReadPage(string table, string partition, string from, bool inclusive, string? to, int take) =>
        Guard(
            $"read {table}",
            () =>
            {
                using var connection = OpenReader();
                using var command = connection.CreateCommand();
                command.CommandText =
                    $"SELECT rk, etag, props FROM \"t_{table}\" WHERE pk = $pk AND rk {(inclusive ? ">=" : ">")} "
                    + $"$from{(to is null ? "" : " AND rk < $to")} ORDER BY rk LIMIT $take";
                command.Parameters.AddWithValue("$pk", partition);
                command.Parameters.AddWithValue("$from", from);
                command.Parameters.AddWithValue("$take", take);
                if (to is not null)
                    command.Parameters.AddWithValue("$to", to);
                using var reader = command.ExecuteReader();
                var page = new List<Entity>();
                while (reader.Read())
                    page.Add(ReadEntity(reader, partition));
                return page;
            }
        );

    private static Entity ReadEntity(SqliteDataReader reader, string partition) =>
        new(
            new EntityKey(partition, reader.GetString(0)),
            PropertyBlob.Read((byte[])reader[2]),
            SchemaVersion.ETag(reader.GetInt64(1))
        );

    private SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void CheckAddress(string table, string partition)
    {
        EntityLimits.CheckTable(table);
        EntityLimits.CheckPartition(table, partition);
    }

    private static T Guard<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException(
                $"The store could not {what}: SQLite error {e.SqliteErrorCode} ({e.SqliteExtendedErrorCode}): "
                    + $"{e.Message}",
                e
            );
        }
    }
}
