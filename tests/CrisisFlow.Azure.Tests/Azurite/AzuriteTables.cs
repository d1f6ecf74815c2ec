using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrisisFlow.Azure.Tests.Azurite;

/// <summary>One Azurite table service for the whole test run: a free port, memory only, telemetry off.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    private const string Started = "Azurite Table service successfully started on ";

    private Process? _process;
    private string? _whyNot;
    private Uri? _endpoint;

    /// <summary>Skips the test where there is no node; in CI that is a failure.</summary>
    public string ConnectionString
    {
        get
        {
            if (_endpoint is null && Environment.GetEnvironmentVariable("CI") is null or "" or "false") Assert.Skip(_whyNot!);
            if (_endpoint is null) Assert.Fail(_whyNot!);
            return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
                + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
                + $"TableEndpoint={_endpoint!.ToString().TrimEnd('/')}/devstoreaccount1;";
        }
    }

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var (program, whyNot) = await AzuriteInstall.EnsureAsync(limit.Token);
        _whyNot = whyNot;
        if (program is null) return;
        var port = FreePort();
        _process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { program, "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent" },
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith(Started, StringComparison.Ordinal))
            {
                _endpoint = new Uri($"http://127.0.0.1:{port}/");
                // Keep reading, so that a full pipe never stops it.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }

        _whyNot = "Azurite ended before it listened.";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
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
