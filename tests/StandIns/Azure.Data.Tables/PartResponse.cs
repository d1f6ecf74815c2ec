#nullable disable
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>One answer inside a multipart answer.</summary>
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    private PartResponse(int status, string reason) => (Status, ReasonPhrase) = (status, reason);

    public static PartResponse Parse(string part)
    {
        var text = part.Replace("\r\n", "\n", StringComparison.Ordinal);
        var empty = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (empty < 0 ? text : text[..empty]).Split('\n');
        var status = lines[0].Split(' ', 2);
        var response = new PartResponse(int.Parse(status[0], CultureInfo.InvariantCulture), status.ElementAtOrDefault(1) ?? "");
        foreach (var line in lines[1..])
            if (line.Split(": ", 2) is [var name, var value])
                response._headers[name] = value;
        var body = empty < 0 ? "" : text[(empty + 2)..];
        var boundary = body.IndexOf("\n--", StringComparison.Ordinal);
        response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(boundary < 0 ? body : body[..boundary]));
        return response;
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, out string value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
