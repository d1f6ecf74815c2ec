using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Net.Client;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>A process with the Durable extension on its real storage back end, which a test may kill.</summary>
internal sealed class DurableHostProcess : IAsyncDisposable
{
    private const string Endpoint = "endpoint ";

    private readonly Process _process;
    private readonly GrpcChannel _channel;

    private DurableHostProcess(Process process, string address)
    {
        _process = process;
        _channel = GrpcChannel.ForAddress(address);
        Client = new GrpcDurableTaskClient(
            "tests",
            new GrpcDurableTaskClientOptions { Channel = _channel },
            NullLogger.Instance
        );
    }

    /// <summary>As an invocation of the product gets one.</summary>
    public DurableTaskClient Client { get; }

    /// <param name="storage">Connection string with blobs, queues and tables.</param>
    /// <param name="hub">3 to 45 letters and digits.</param>
    /// <param name="activities">Where activities are performed.</param>
    public static async Task<DurableHostProcess> StartAsync(string storage, string hub, Uri activities)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        var program = Path.Combine(
            Repository.Root,
            "tests",
            "CrisisFlow.DurableHost",
            "bin",
            configuration,
            "net10.0",
            "CrisisFlow.DurableHost.dll"
        );
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = Path.GetTempPath(),
                Environment =
                {
                    ["AzureWebJobsStorage"] = storage,
                    ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                    ["DURABLE_HUB"] = hub,
                    ["DURABLE_ACTIVITIES"] = activities.ToString(),
                },
            }
        )!;
        var endpoint = new TaskCompletionSource<string>();
        var said = new ConcurrentQueue<string>();
        // Read to its end, so that a full pipe never stops it.
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith(Endpoint, StringComparison.Ordinal))
                    endpoint.TrySetResult(line[Endpoint.Length..]);
                else if (line.StartsWith("Error", StringComparison.Ordinal))
                    said.Enqueue(line);
            }

            endpoint.TrySetException(
                new InvalidOperationException($"The Durable host ended: {string.Join(Environment.NewLine, said)}")
            );
        });
        return new DurableHostProcess(process, await endpoint.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    /// <summary>As kill -9 does: nothing is finished, nothing is given back.</summary>
    public async Task KillAsync()
    {
        if (_process.HasExited)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await Client.DisposeAsync();
        _channel.Dispose();
        _process.Dispose();
    }
}
