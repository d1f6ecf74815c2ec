#nullable disable
using Azure.Core;

namespace Azure.Data.Tables
{
    public interface ITableEntity
    {
        string PartitionKey { get; set; }

        string RowKey { get; set; }

        DateTimeOffset? Timestamp { get; set; }

        ETag ETag { get; set; }
    }

    public enum TableTransactionActionType
    {
        Add = 0,
        UpdateMerge = 1,
        UpdateReplace = 2,
        Delete = 3,
        UpsertMerge = 4,
        UpsertReplace = 5,
    }

    public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
            : this(actionType, entity, default)
        {
        }

        public TableTransactionActionType ActionType { get; } = actionType;

        public ITableEntity Entity { get; } = entity;

        public ETag ETag { get; } = etag;
    }

    public class TableTransactionFailedException(RequestFailedException requestFailedException)
        : RequestFailedException(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException)
    {
        /// <summary>The service begins the message of a failed transaction with the position of the action that failed.</summary>
        public int? FailedTransactionActionIndex =>
            int.TryParse(Message.AsSpan(0, Math.Max(0, Message.IndexOf(':'))), out var index) ? index : null;
    }

    public class TableClientOptions : ClientOptions
    {
        public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) =>
            VersionHeader = serviceVersion == ServiceVersion.V2019_02_02 ? "2019-02-02" : "2020-12-06";

        public enum ServiceVersion
        {
            V2019_02_02 = 1,
            V2020_12_06 = 2,
        }

        internal string VersionHeader { get; }
    }
}

namespace Azure.Data.Tables.Models
{
    public class TableItem
    {
        internal TableItem(string name) => Name = name;

        public string Name { get; }
    }
}
