#nullable disable
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

public class TableClient
{
    private readonly TableService _service;

    protected TableClient()
    {
    }

    internal TableClient(TableService service, string name)
    {
        _service = service;
        Name = name;
    }

    public virtual string Name { get; }

    /// <summary>Quotes every value as OData wants it; only strings are written here.</summary>
    public static string CreateQueryFilter(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Quote)]);

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _service.SendAsync(RequestMethod.Get, TableService.Address(Name, partitionKey, rowKey) + Select('?', select), null, null, cancellationToken, 200, 404).ConfigureAwait(false);
        if (response.Status == 404) return new Missing<T>(response);
        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue((T)(object)EntityJson.Read(json.RootElement), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => new EntityPages<T>(_service, Name, filter, maxPerPage, Select('&', select), cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var batch = new TableBatch(_service.Endpoint, Name, [.. transactionActions]);
        var response = await _service.SendAsync(RequestMethod.Post, "$batch", batch.Body, batch.ContentType, cancellationToken, 202).ConfigureAwait(false);
        return Response.FromValue(TableBatch.Read(response), response);
    }

    private static string Select(char separator, IEnumerable<string> select) =>
        select is null ? "" : $"{separator}$select={Uri.EscapeDataString(string.Join(',', select))}";

    private static object Quote(object value) => value is string text
        ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : throw new NotSupportedException($"The stand-in's filters hold strings; '{value}' is a {value?.GetType().Name}.");

    private sealed class Missing<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("The entity does not exist.");

        public override Response GetRawResponse() => response;
    }
}
