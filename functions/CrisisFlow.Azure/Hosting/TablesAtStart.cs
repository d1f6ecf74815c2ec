using Azure;
using CrisisFlow.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Hosting;

/// <summary>
/// Creates the tables once, before anything is asked; asking at every write would cost a call and log a conflict each
/// time. Where they
/// cannot be reached, the program starts all the same, says so, and goes on trying: until then pages and /health answer
/// 503.
/// </summary>
/// <param name="then">What has to be done once before anything is evaluated.</param>
/// <param name="where">For the log.</param>
internal sealed class TablesAtStart(
    IEntityStore store,
    IReadOnlyList<string> tables,
    Func<CancellationToken, Task> then,
    string where,
    TimeProvider time,
    ILogger<TablesAtStart> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The tables are there, or the program was stopped before.</summary>
    internal Task Done { get; private set; } = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(FirstPause, cancellationToken))
            Done = KeepTryingAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Done.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task KeepTryingAsync()
    {
        var pause = FirstPause;
        do
        {
            await Task.Delay(pause, time, _stopping.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        } while (!await TryAsync(pause, _stopping.Token));
    }

    private async Task<bool> TryAsync(TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            await store.CreateTablesAsync(tables, cancellation);
            await then(cancellation);
            return true;
        }
        catch (Exception away) when (away is StoreUnavailableException or RequestFailedException)
        {
            HostLog.TablesAway(log, where, pause.TotalSeconds, away.Message.Split('\n')[0].TrimEnd());
            return false;
        }
    }
}
