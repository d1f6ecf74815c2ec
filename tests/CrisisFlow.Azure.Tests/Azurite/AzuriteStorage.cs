using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrisisFlow.Azure.Tests.Azurite;

/// <summary>
/// One Azurite (blobs, queues, tables) for the whole test run: free ports, memory only, telemetry off.
/// </summary>
public sealed class AzuriteStorage : IAsyncLifetime
{
    private readonly RequestLog? _log;

    public AzuriteStorage() { }

    /// <param name="log">Takes every request that the services write into their access log.</param>
    internal AzuriteStorage(RequestLog log) => _log = log;

    private Process? _process;
    private string? _whyNot;
    private int[]? _ports;

    /// <summary>Skips the test where there is no node; in CI that is a failure.</summary>
    public string ConnectionString
    {
        get
        {
            if (_ports is null && Environment.GetEnvironmentVariable("CI") is null or "" or "false")
                Assert.Skip(_whyNot!);
            if (_ports is null)
                Assert.Fail(_whyNot!);
            return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
                + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
                + string.Concat(
                    new[] { "Blob", "Queue", "Table" }.Zip(
                        _ports!,
                        (service, port) => $"{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1;"
                    )
                );
        }
    }

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var (program, whyNot) = await AzuriteInstall.EnsureAsync(limit.Token);
        _whyNot = whyNot;
        if (program is null)
            return;
        int[] ports = [FreePort(), FreePort(), FreePort()];
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                program,
                "--blobPort",
                $"{ports[0]}",
                "--queuePort",
                $"{ports[1]}",
                "--tablePort",
                $"{ports[2]}",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
            },
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (_log is null)
            start.ArgumentList.Add("--silent");
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            // The last one of the three to start.
            if (line.StartsWith("Azurite Table service is successfully", StringComparison.Ordinal))
            {
                _ports = ports;
                // Keep reading, so that a full pipe never stops it.
                _ = _log is { } log
                    ? log.ReadAsync(_process.StandardOutput)
                    : _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }

        _whyNot = "Azurite ended before it listened.";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
