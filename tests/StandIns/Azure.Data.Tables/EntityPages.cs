#nullable disable
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Follows the continuation headers; a page may be short or empty and still have a next one.</summary>
internal sealed class EntityPages<T>(TableService service, string table, string filter, int? maxPerPage, string select, CancellationToken cancellation) : AsyncPageable<T>(cancellation)
    where T : class, ITableEntity
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var address = $"{table}()?$format=application/json;odata=minimalmetadata{select}"
                + (filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter))
                + ((pageSizeHint ?? maxPerPage) is { } top ? $"&$top={top}" : "")
                + next;
            var response = await service.SendAsync(RequestMethod.Get, address, null, null, CancellationToken, 200).ConfigureAwait(false);
            using var json = JsonDocument.Parse(response.Content);
            T[] rows = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(row => (T)(object)EntityJson.Read(row))];
            next = Next(response);
            yield return Page<T>.FromValues(rows, next, response);
        }
        while (next is not null);
    }

    private static string Next(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)) return null;
        var next = "&NextPartitionKey=" + Uri.EscapeDataString(partition);
        return response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) && row.Length > 0
            ? next + "&NextRowKey=" + Uri.EscapeDataString(row)
            : next;
    }
}
