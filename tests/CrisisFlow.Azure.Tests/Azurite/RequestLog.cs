using System.Collections.Concurrent;

namespace CrisisFlow.Azure.Tests.Azurite;

/// <summary>What Azurite writes into its access log: one line for each request that reached a service.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Requests so far, each as "POST /account/table ...".</summary>
    public IReadOnlyList<string> Requests => [.. _lines];

    /// <summary>Reads until the service ends.</summary>
    public async Task ReadAsync(StreamReader output)
    {
        // 127.0.0.1 - - [01/Dec/2026:03:00:00 +0000] "GET /devstoreaccount1/stages() HTTP/1.1" 200 -
        while (await output.ReadLineAsync() is { } line)
            if (line.Split('"') is [_, var request, ..])
                _lines.Enqueue(request);
    }
}
