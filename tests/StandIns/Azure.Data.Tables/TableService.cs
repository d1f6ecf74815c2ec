#nullable disable
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>One table account behind an Azure.Core pipeline: retries, timeouts and authentication are the pipeline's.</summary>
internal sealed class TableService
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TableService(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        options ??= new TableClientOptions();
        Endpoint = new Uri(endpoint.ToString().TrimEnd('/'));
        _version = options.VersionHeader;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    public Uri Endpoint { get; }

    public async Task<Response> SendAsync(RequestMethod method, string pathAndQuery, byte[] body, string contentType, CancellationToken cancellationToken, params int[] expected)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(Endpoint + "/" + pathAndQuery));
        request.Headers.Add("x-ms-version", _version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        if (body is not null)
        {
            request.Headers.Add(HttpHeader.Names.ContentType, contentType);
            request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return expected.Contains(response.Status)
            ? response
            : throw new RequestFailedException(response, null, TableErrors.Parser);
    }

    /// <summary>A key inside the parentheses of an address: quotes doubled, then percent-encoded.</summary>
    public static string Address(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
