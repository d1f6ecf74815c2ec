using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrisisFlow.Testing.Feeds;

/// <summary>One request as it arrived.</summary>
public sealed record FaultRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// A feed server on 127.0.0.1 that misbehaves as told. It speaks HTTP by hand: a web server would keep tests from
/// sending what real servers send.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<FaultRequest, FaultWire, Task>> _answers = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentQueue<FaultRequest> _requests = new();
    private readonly Task _loop;
    private int _connections;

    /// <param name="certificate">Makes it an https server with this certificate; null = http.</param>
    public FaultServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How the server is named in fetch.allowHosts.</summary>
    public string AllowHost => $"127.0.0.1:{Port}";

    /// <summary>Everything that was asked, in order.</summary>
    public IReadOnlyList<FaultRequest> Requests => [.. _requests];

    /// <summary>Connections taken, also those on which nothing was asked.</summary>
    public int Connections => _connections;

    public Uri Url(string path) => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}{path}");

    /// <summary>What is done with a connection that asks for the path, after its request was read.</summary>
    public Uri On(string path, Func<FaultRequest, FaultWire, Task> answer)
    {
        _answers[path] = answer;
        return Url(path);
    }

    /// <summary>A proper answer.</summary>
    public Uri Answer(
        string path,
        string body,
        string contentType = "application/xml",
        params (string Name, string Value)[] headers
    ) =>
        On(
            path,
            (_, wire) =>
                wire.AnswerAsync(200, Encoding.UTF8.GetBytes(body), [("Content-Type", contentType), .. headers])
        );

    /// <summary>A status without a body.</summary>
    public Uri Status(string path, int status, params (string Name, string Value)[] headers) =>
        On(path, (_, wire) => wire.AnswerAsync(status, [], headers));

    /// <summary>Bytes written as they are, status line and headers included; then the connection ends.</summary>
    public Uri Raw(string path, byte[] answer) => On(path, (_, wire) => wire.WriteAsync(answer));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception error)
                when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                Stream stream = client.GetStream();
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_certificate);
                    stream = secure;
                }

                var wire = new FaultWire(stream, _stop.Token);
                if (await wire.ReadRequestAsync() is not { } request)
                    return;
                _requests.Enqueue(request);
                var path = request.Path.Split('?')[0];
                if (_answers.TryGetValue(request.Path, out var answer) || _answers.TryGetValue(path, out answer))
                    await answer(request, wire);
                else
                    await wire.AnswerAsync(404, [], []);
            }
            catch (Exception error)
                when (error
                        is IOException
                            or OperationCanceledException
                            or SocketException
                            or ObjectDisposedException
                            or AuthenticationException
                )
            {
                // The other side gave up, which is what most of these answers are for.
            }
        }
    }
}
