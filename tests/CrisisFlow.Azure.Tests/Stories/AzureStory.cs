using System.Text.Json;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Messaging;
using CrisisFlow.Azure.Tests.Orchestrations.Driver;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>Azure: the real orchestrator and activities, replayed from the start at every step.</summary>
internal sealed class AzureStory : StoryHost
{
    private readonly CaseActivities _activities;
    private readonly DurableCaseHost _host;

    public AzureStory(StoryWorld world, IEntityStore? store = null)
        : base(world, Composition.ActionClaimLength, store)
    {
        var announcer = new CaseAnnouncer(
            new EventTopic(Store, Events, Clock, NullLogger<EventTopic>.Instance),
            new CaseJournal(Store),
            new CrisisFlowSettings()
        );
        _activities = new CaseActivities(Step, Effects, announcer);
        _host = new DurableCaseHost(Step, Clock, Log);
        Client = new DriverClient(CaseOrchestrator.RunAsync, CallAsync, Clock.GetUtcNow);
    }

    public DriverClient Client { get; }

    public RecordingSender Events { get; } = new();

    /// <summary>What the case host logged.</summary>
    public LogLines<DurableCaseHost> Log { get; } = [];

    /// <summary>The case's run.</summary>
    public OrchestrationDriver Run => Client.Find(Case.Value)!;

    /// <summary>Called before every activity; may throw in its place.</summary>
    public Action<string>? BeforeActivity { get; set; }

    /// <summary>What the sweep of the host does for a case that has something to do.</summary>
    public async Task SweepAsync()
    {
        foreach (var due in await new CaseSweep(Store).RunAsync(Clock.GetUtcNow()))
        {
            DurableCaseHost.Use(Client);
            await _host.WakeAsync(due);
        }

        await RunAsync();
    }

    /// <summary>Stores a signal without telling the orchestration, as when the host is cut off in between.</summary>
    public Task StoreAsync(string signal, CaseCommand command, PersonId? by = null) =>
        Signals.RaiseAsync(Case, signal, command, by);

    public Task WakeOnlyAsync() => WakeAsync();

    protected override Task WakeAsync()
    {
        DurableCaseHost.Use(Client);
        return _host.WakeAsync(Case);
    }

    protected override Task RunAsync() => Client.RunAsync();

    protected override Task<DateTimeOffset?> NextAsync() => Task.FromResult(Client.NextTimer);

    private async Task<string> CallAsync(string activity, string input)
    {
        BeforeActivity?.Invoke(activity);
        return activity switch
        {
            CaseActivities.Advance => Write(
                await _activities.AdvanceAsync(Read<CaseTurn>(input), CancellationToken.None)
            ),
            CaseActivities.Perform => Write(
                await _activities.PerformAsync(Read<ActionTurn>(input), CancellationToken.None)
            ),
            _ => throw new InvalidOperationException($"There is no activity {activity}."),
        };
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ReplayContext.Json)!;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ReplayContext.Json);
}
