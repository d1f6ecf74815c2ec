using CrisisFlow.Storage;
using Microsoft.Data.Sqlite;

namespace CrisisFlow.Local.Storage;

/// <summary>Applies the changes of one transaction; a conflict is reported, the caller rolls back.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly string _table;
    private readonly string _partition;

    public RowWriter(SqliteConnection connection, SqliteTransaction transaction, string table, string partition)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _table = $"\"t_{table}\"";
        _partition = partition;
    }

    public (ConflictKind? Conflict, string ETag) Apply(EntityChange change) =>
        change switch
        {
            EntityChange.Insert insert => Insert(insert),
            EntityChange.Replace replace => Replace(replace),
            EntityChange.Upsert upsert => Upsert(upsert),
            EntityChange.Delete delete => Delete(delete),
            _ => throw new ArgumentException($"Unknown change {change.GetType().Name}.", nameof(change)),
        };

    public void Dispose() => _command.Dispose();

    private (ConflictKind?, string) Insert(EntityChange.Insert change)
    {
        if (Found(change.Row) is not null)
            return (ConflictKind.AlreadyExists, "");
        return (null, Write("INSERT INTO", change.Row, change.Properties));
    }

    private (ConflictKind?, string) Replace(EntityChange.Replace change) =>
        Found(change.Row) switch
        {
            null => (ConflictKind.Missing, ""),
            { } etag when etag != change.ETag => (ConflictKind.Changed, ""),
            _ => (null, Write("REPLACE INTO", change.Row, change.Properties)),
        };

    private (ConflictKind?, string) Upsert(EntityChange.Upsert change) =>
        (null, Write("REPLACE INTO", change.Row, change.Properties));

    private (ConflictKind?, string) Delete(EntityChange.Delete change)
    {
        var found = Found(change.Row);
        if (found is null)
            return (ConflictKind.Missing, "");
        if (change.ETag is { } etag && etag != found)
            return (ConflictKind.Changed, "");
        Prepare($"DELETE FROM {_table} WHERE pk = $pk AND rk = $rk", change.Row);
        _command.ExecuteNonQuery();
        return (null, "");
    }

    private string? Found(string row)
    {
        Prepare($"SELECT etag FROM {_table} WHERE pk = $pk AND rk = $rk", row);
        return _command.ExecuteScalar() is long etag ? SchemaVersion.ETag(etag) : null;
    }

    private string Write(string verb, string row, EntityProperties properties)
    {
        _command.CommandText = "UPDATE etags SET next = next + 1 RETURNING next";
        _command.Parameters.Clear();
        var etag = (long)_command.ExecuteScalar()!;
        Prepare($"{verb} {_table} (pk, rk, etag, props) VALUES ($pk, $rk, $etag, $props)", row);
        _command.Parameters.AddWithValue("$etag", etag);
        _command.Parameters.AddWithValue("$props", PropertyBlob.Write(properties));
        _command.ExecuteNonQuery();
        return SchemaVersion.ETag(etag);
    }

    private void Prepare(string sql, string row)
    {
        _command.CommandText = sql;
        _command.Parameters.Clear();
        _command.Parameters.AddWithValue("$pk", _partition);
        _command.Parameters.AddWithValue("$rk", row);
    }
}
