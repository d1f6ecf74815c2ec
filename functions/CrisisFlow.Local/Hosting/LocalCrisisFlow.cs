using CrisisFlow.App.Composition;
using CrisisFlow.App.Health;
using CrisisFlow.Local.Storage;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CrisisFlow.Local.Hosting;

/// <summary>
/// The product on one machine: one process, Kestrel, SQLite, stages on the host's clock. Can be started inside a test.
/// </summary>
public sealed class LocalCrisisFlow : IAsyncDisposable
{
    /// <summary>How long a stop waits for what is under way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly WebApplication _web;
    private readonly SqliteEntityStore _sqlite;
    private readonly DataFolder _folder;
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<HostStage> _stages;
    private readonly Dictionary<string, DateTimeOffset> _due = [];
    private readonly TimeProvider _time;
    private Task _running = Task.CompletedTask;

    private LocalCrisisFlow(WebApplication web, SqliteEntityStore sqlite, DataFolder folder, LocalOptions options)
    {
        (_web, _sqlite, _folder, _time) = (web, sqlite, folder, options.Time);
        _stages = Services.GetRequiredService<HostStages>().All(options.AlsoPoll);
    }

    /// <summary>Everything the host is composed of.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>Where it listens, with the port it took.</summary>
    public Uri Address =>
        new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="SettingsException">Settings cannot be used; every problem is reported.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be opened.</exception>
    /// <exception cref="IOException">
    /// The data folder is in use by another host or cannot be written to, or the address is taken.
    /// </exception>
    public static async Task<LocalCrisisFlow> StartAsync(LocalOptions options, CancellationToken cancellation = default)
    {
        var folder = DataFolder.Take(options.DataFolder);
        try
        {
            return await StartAsync(options, folder, cancellation);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static async Task<LocalCrisisFlow> StartAsync(
        LocalOptions options,
        DataFolder folder,
        CancellationToken cancellation
    )
    {
        var sqlite = new SqliteEntityStore(Path.Combine(options.DataFolder, "crisisflow.db"));
        var store = options.WrapStore?.Invoke(sqlite) ?? sqlite;
        await store.CreateTablesAsync(StoredTables.All, cancellation);
        var web = LocalWeb.Create(options, store);
        var logs = web.Services.GetRequiredService<ILoggerFactory>();
        await web.Services.GetRequiredService<TopicRegister>().SettleAsync(cancellation);
        var site = web.Services.GetRequiredService<SitePipeline>();
        web.Run(context =>
        {
            options.OnRequest?.Invoke(context);
            return site.AnswerAsync(context);
        });
        var host = new LocalCrisisFlow(web, sqlite, folder, options);
        await web.StartAsync(cancellation);
        if (options.RunStages)
            host.RunStages(logs);
        Log.Started(
            logs.CreateLogger<LocalCrisisFlow>(),
            host.Address.ToString(),
            Path.GetFullPath(options.DataFolder)
        );
        return host;
    }

    /// <summary>
    /// Runs every stage that is due on the host's clock, once, in order. For hosts whose stages do not run by
    /// themselves.
    /// </summary>
    public async Task TickAsync(CancellationToken cancellation = default)
    {
        var now = _time.GetUtcNow();
        var health = Services.GetRequiredService<StageHealth>();
        foreach (var stage in _stages)
        {
            if (_due.TryGetValue(stage.Name, out var due) && due > now)
                continue;
            await stage.Run(cancellation);
            health.Ran(stage.Name);
            _due[stage.Name] = now + stage.Interval;
        }

        await Services.GetRequiredService<CaseRunner>().SweepAsync(cancellation);
    }

    /// <summary>Set when the host is asked to stop (Ctrl+C, SIGTERM).</summary>
    public CancellationToken Stopping => _web.Lifetime.ApplicationStopping;

    /// <summary>Waits until the host is asked to stop (Ctrl+C, SIGTERM).</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => _web.WaitForShutdownAsync(cancellation);

    /// <summary>Stops within five seconds; what could not be finished is taken up at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _web.StopAsync(patience.Token);
        await _running.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _web.DisposeAsync();
        _sqlite.Dispose();
        _folder.Dispose();
        _stopping.Dispose();
    }

    private void RunStages(ILoggerFactory logs)
    {
        var health = Services.GetRequiredService<StageHealth>();
        var loops = _stages.Select(stage => new StageLoop(stage, health, _time, logs.CreateLogger<StageLoop>()));
        var tasks = loops.Select(loop => Task.Run(() => loop.RunAsync(_stopping.Token))).ToList();
        tasks.Add(Task.Run(() => Services.GetRequiredService<WokenCases>().RunAsync(_stopping.Token)));
        _running = Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
