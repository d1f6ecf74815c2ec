#nullable disable
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableService _service;

    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
    {
        var account = TableAccount.Parse(connectionString);
        _service = new TableService(account.Endpoint, new SharedKeyPolicy(account.Name, account.Key), options);
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _service = new TableService(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"), options);

    public virtual Uri Uri => _service.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_service, tableName);

    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var body = TableService.Utf8($$"""{"TableName":"{{tableName}}"}""");
        var response = await _service.SendAsync(RequestMethod.Post, "Tables", body, "application/json", cancellationToken, 201, 204, 409).ConfigureAwait(false);
        return Response.FromValue(new TableItem(tableName), response);
    }
}
