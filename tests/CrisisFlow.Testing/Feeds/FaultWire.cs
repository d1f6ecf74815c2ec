using System.Globalization;
using System.Text;

namespace CrisisFlow.Testing.Feeds;

/// <summary>One connection of the fault server.</summary>
public sealed class FaultWire(Stream stream, CancellationToken stop)
{
    /// <summary>Ends with the server; a stalled answer waits for it.</summary>
    public CancellationToken Stop => stop;

    /// <summary>A whole answer with its length, after which the connection ends.</summary>
    public async Task AnswerAsync(int status, byte[] body, IReadOnlyList<(string Name, string Value)> headers)
    {
        await HeadAsync(status, [.. headers, ("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture))]);
        await WriteAsync(body);
    }

    /// <summary>Status line and headers; the body is the caller's.</summary>
    public Task HeadAsync(int status, IReadOnlyList<(string Name, string Value)> headers)
    {
        var head = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Answer\r\nConnection: close\r\n"
        );
        foreach (var (name, value) in headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        return WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Says nothing more, but keeps the connection until the server stops or the other side goes.</summary>
    public async Task StallAsync()
    {
        var buffer = new byte[256];
        while (await stream.ReadAsync(buffer, stop) > 0) { }
    }

    internal async Task<FaultRequest?> ReadRequestAsync()
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 64 * 1024 && !EndsHead(head))
        {
            if (await stream.ReadAsync(one, stop) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = lines
            .Skip(1)
            .Where(static line => line.Contains(':'))
            .Select(static line => line.Split(':', 2))
            .GroupBy(static pair => pair[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                static group => group.Key,
                static group => string.Join(", ", group.Select(static pair => pair[1].Trim())),
                StringComparer.OrdinalIgnoreCase
            );
        return first.Length < 2 ? null : new(first[0], first[1], headers);
    }

    private static bool EndsHead(List<byte> head) =>
        head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
