using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrisisFlow.Local.Storage;

namespace CrisisFlow.EndToEnd.Killing;

public sealed class AskedToStop
{
    [Fact(Timeout = 120_000)]
    public async Task The_process_ends_within_five_seconds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGTERM is sent by kill, which Windows lacks.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var folder = Directory.CreateTempSubdirectory("crisisflow-stop-").FullName;
        using var process = Process.Start(
            "dotnet",
            [
                typeof(SqliteEntityStore).Assembly.Location,
                "demo",
                "--address",
                $"http://127.0.0.1:{port}",
                "--data",
                Path.Combine(folder, "demo"),
            ]
        );
        using var http = new HttpClient();
        for (var i = 0; ; i++)
        {
            try
            {
                using var page = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                break;
            }
            catch (HttpRequestException) when (i < 300)
            {
                // Another process is waited for; there is no clock of its that could be moved.
                await Task.Delay(50);
            }
        }

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var asked = Stopwatch.GetTimestamp();
        await process.WaitForExitAsync();
        Assert.True(Stopwatch.GetElapsedTime(asked) < TimeSpan.FromSeconds(5));
        Assert.Equal(0, process.ExitCode);
        Directory.Delete(folder, recursive: true);
    }
}
