using Azure;
using Azure.Data.Tables;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Storage;

/// <summary>Between the port's entities and the table client's.</summary>
internal static class EntityMapping
{
    public static Entity Read(TableEntity row)
    {
        var properties = new EntityProperties();
        foreach (var (name, value) in (IDictionary<string, object>)row)
        {
            if (name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" || value is null)
                continue;
            // A whole number without a type mark comes back as Int32; we only ever write Int64.
            properties.AddObject(name, value is int number ? (long)number : value);
        }

        return new Entity(new EntityKey(row.PartitionKey, row.RowKey), properties, row.ETag.ToString());
    }

    public static TableTransactionAction Write(string partition, EntityChange change) =>
        change switch
        {
            EntityChange.Insert insert => new(
                TableTransactionActionType.Add,
                Row(partition, insert.Row, insert.Properties)
            ),
            EntityChange.Replace replace => new(
                TableTransactionActionType.UpdateReplace,
                Row(partition, replace.Row, replace.Properties),
                new ETag(replace.ETag)
            ),
            EntityChange.Upsert upsert => new(
                TableTransactionActionType.UpsertReplace,
                Row(partition, upsert.Row, upsert.Properties)
            ),
            EntityChange.Delete delete => new(
                TableTransactionActionType.Delete,
                new TableEntity(partition, delete.Row),
                delete.ETag is { } tag ? new ETag(tag) : ETag.All
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(change),
                change,
                "A change is an insert, a replace, an upsert or a delete."
            ),
        };

    private static TableEntity Row(string partition, string row, EntityProperties properties)
    {
        var entity = new TableEntity(partition, row);
        foreach (var (name, value) in properties)
            entity[name] = value;
        return entity;
    }
}
