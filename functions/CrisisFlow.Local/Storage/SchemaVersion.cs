using System.Globalization;
using CrisisFlow.Storage;
using Microsoft.Data.Sqlite;

namespace CrisisFlow.Local.Storage;

/// <summary>Which shape the file has, and the counter its ETags come from.</summary>
internal static class SchemaVersion
{
    private const long Current = 1;

    public static void Ensure(SqliteConnection connection, string file)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA user_version";
        var found = (long)command.ExecuteScalar()!;
        if (found > Current)
            throw new StoreUnavailableException(
                $"{file} has version {found}; this program reads versions up to {Current}. Start the newer program, "
                    + "or restore a backup."
            );
        command.CommandText =
            "CREATE TABLE IF NOT EXISTS etags (id INTEGER PRIMARY KEY CHECK (id = 1), next INTEGER NOT NULL); "
            + $"INSERT OR IGNORE INTO etags VALUES (1, 1); PRAGMA user_version = {Current}";
        command.ExecuteNonQuery();
    }

    public static string ETag(long number) => number.ToString("x", CultureInfo.InvariantCulture);
}
