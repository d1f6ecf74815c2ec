using System.Net;

namespace CrisisFlow.Fetching.Guarding;

/// <summary>Limits of everything that goes out over HTTP.</summary>
public sealed record GuardOptions
{
    /// <summary>
    /// Hosts that may be reached although they are not public or use another port: "feeds.intern", "10.1.2.3:8080",
    /// "[::1]:5001". Default none.
    /// </summary>
    public IReadOnlyList<string> AllowHosts { get; init; } = [];

    /// <summary>Default 5 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the request to the end of the answer's headers; default 10 s.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the first request to the last byte, redirects included; default 30 s.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a body after it was unpacked; what lies beyond is cut off. Default 8 MiB.</summary>
    public int Bytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How much a body may grow when it is unpacked, once it is over 1 MiB; default 100 times.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Default 5.</summary>
    public int Redirects { get; init; } = 5;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Names to addresses; default the machine's resolver. Tests put their own here.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } =
        static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation);
}
