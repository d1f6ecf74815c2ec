#nullable disable
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An entity group transaction: one change set inside a multipart body, and the answer taken apart again.</summary>
internal sealed class TableBatch
{
    public TableBatch(Uri endpoint, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var (batch, changes) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var body = new StringBuilder();
        body.Append($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            body.Append($"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, endpoint, table, action);
        }

        body.Append($"--{changes}--\r\n\r\n--{batch}--\r\n");
        Body = Encoding.UTF8.GetBytes(body.ToString());
        ContentType = $"multipart/mixed; boundary={batch}";
    }

    public byte[] Body { get; }

    public string ContentType { get; }

    /// <exception cref="TableTransactionFailedException">The service answers 202 and puts the failure inside.</exception>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = response.Content.ToString().Split("HTTP/1.1 ")[1..].Select(PartResponse.Parse).ToList();
        var failed = parts.Find(part => part.Status >= 400);
        if (failed is null) return parts;
        var error = TableErrors.Read(failed.Content.ToMemory());
        throw new TableTransactionFailedException(new RequestFailedException(failed.Status, error?.Message ?? failed.Content.ToString(), error?.Code, null));
    }

    private static void Append(StringBuilder body, Uri endpoint, string table, TableTransactionAction action)
    {
        var address = $"{endpoint}/{TableService.Address(table, action.Entity.PartitionKey, action.Entity.RowKey)}";
        var (method, target, etag) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", $"{endpoint}/{table}", null),
            TableTransactionActionType.UpdateReplace => ("PUT", address, action.ETag.ToString()),
            TableTransactionActionType.UpsertReplace => ("PUT", address, null),
            TableTransactionActionType.Delete => ("DELETE", address, action.ETag == default ? "*" : action.ETag.ToString()),
            _ => throw new NotSupportedException($"The stand-in has no {action.ActionType}."),
        };
        body.Append($"{method} {target} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (method == "POST") body.Append("Prefer: return-no-content\r\n");
        if (etag is not null) body.Append($"If-Match: {etag}\r\n");
        if (method != "DELETE")
            body.Append("Content-Type: application/json\r\n\r\n").Append(Encoding.UTF8.GetString(EntityJson.Write(action.Entity)));
        else
            body.Append("\r\n");
        body.Append("\r\n");
    }
}
