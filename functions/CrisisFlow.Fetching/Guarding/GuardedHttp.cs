using System.Net;
using System.Net.Sockets;

namespace CrisisFlow.Fetching.Guarding;

/// <summary>The one way out: every request this product makes over HTTP goes through a handler made here.</summary>
public static class GuardedHttp
{
    /// <summary>
    /// Refuses what <see cref="AddressGuard"/> refuses, resolves a name once, checks all its addresses and connects to
    /// one that was checked.
    /// No proxy, no cookies, no redirects, no unpacking: callers do that within their own limits.
    /// </summary>
    /// <returns>Throws <see cref="GuardException"/> on a request it refuses.</returns>
    public static HttpMessageHandler CreateHandler(GuardOptions options)
    {
        var guard = new AddressGuard(options.AllowHosts);
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
            UseCookies = false,
            PreAuthenticate = false,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 4,
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = (context, cancellation) =>
                ConnectAsync(context.DnsEndPoint, guard, options, cancellation),
        };
        return new Checking(guard) { InnerHandler = sockets };
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        AddressGuard guard,
        GuardOptions options,
        CancellationToken cancellation
    )
    {
        using var timeout = new CancellationTokenSource(options.Connect, options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            var addresses = await ResolveAsync(target.Host, options, both.Token);
            if (guard.Check(target.Host, target.Port, addresses) is { } refused)
                throw new GuardException(refused.Reason, refused.Message);
            return await OpenAsync(target, addresses, both.Token);
        }
        catch (OperationCanceledException)
            when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new GuardException(
                FetchFailure.Timeout,
                $"Host '{target.Host}' gave no connection within {options.Connect.TotalSeconds:0.##} s."
            );
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(
        string host,
        GuardOptions options,
        CancellationToken cancellation
    )
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            return await options.Resolve(host, cancellation);
        }
        catch (SocketException error)
        {
            throw new GuardException(
                FetchFailure.Name,
                $"Host '{host}' could not be resolved ({error.SocketErrorCode})."
            );
        }
    }

    private static async Task<Stream> OpenAsync(
        DnsEndPoint target,
        IPAddress[] addresses,
        CancellationToken cancellation
    )
    {
        SocketException? last = null;
        foreach (var address in addresses.Take(8))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException error)
            {
                last = error;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new GuardException(
            FetchFailure.Connection,
            $"Host '{target.Host}' refused the connection on port {target.Port} ({last?.SocketErrorCode})."
        );
    }

    private sealed class Checking(AddressGuard guard) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri is not { } url)
                throw new GuardException(FetchFailure.Address, "The request names no address.");
            return guard.Check(url) is { } refused
                ? throw new GuardException(refused.Reason, refused.Message)
                : base.SendAsync(request, cancellationToken);
        }
    }
}
