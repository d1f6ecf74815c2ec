using System.Text.Json;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Messaging;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Cases;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>
/// Azure on the real Durable back end: the orchestration runs in another process, on the wall clock. The story's own
/// clock jumps to
/// the next thing that is due whenever the orchestration looks at the case, as far as the test lets it; the
/// orchestration's timers
/// fire at once for what lies before that limit and in a day for what lies behind it.
/// </summary>
internal sealed class DurableStory : StoryHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(140);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _retries = [];
    private readonly CaseActivities _activities;
    private readonly DurableCaseHost _host;
    private DateTimeOffset _limit = Start;
    private DateTimeOffset? _deadline;
    private TaskCompletionSource _quiet = new();
    private int _looks,
        _looksBefore;

    public DurableStory(string name, ActivityServer server, DurableTaskClient client)
        : base(new StoryWorld(), Composition.ActionClaimLength)
    {
        var announcer = new CaseAnnouncer(
            new EventTopic(Store, Events, Clock, NullLogger<EventTopic>.Instance),
            new CaseJournal(Store),
            new CrisisFlowSettings()
        );
        (_activities, _host) = (new CaseActivities(Step, Effects, announcer), new DurableCaseHost(Step, Clock, Log));
        Client = new StoryClient(client, name);
        server.Stories[name] = this;
    }

    /// <summary>Set to another host's where the first one is gone.</summary>
    public StoryClient Client { get; set; }

    public RecordingSender Events { get; } = new();

    public LogLines<DurableCaseHost> Log { get; } = [];

    /// <summary>Called before every activity with its name or its effect; may throw or wait in its place.</summary>
    public Func<string, CancellationToken, Task> BeforeActivity { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<OrchestrationRuntimeStatus?> StatusAsync() =>
        (await Client.GetInstanceAsync(Case.Value, getInputsAndOutputs: false))?.RuntimeStatus;

    /// <summary>Until the run's end is stored; the story may know of it a moment earlier.</summary>
    public Task EndedAsync() => Client.WaitForInstanceCompletionAsync(Case.Value);

    public async Task<string> CallAsync(string activity, JsonElement input, CancellationToken aborted)
    {
        if (activity == CaseActivities.Advance)
        {
            await BeforeActivity(activity, aborted);
            var (look, now) = Look();
            return Seen(look, await _activities.AdvanceAsync(new CaseTurn(Case.Value, now), aborted));
        }

        var effect = input.GetProperty(nameof(ActionTurn.EffectId)).GetString()!;
        await BeforeActivity(effect, aborted);
        return Tried(
            effect,
            await _activities.PerformAsync(new ActionTurn(Case.Value, effect, Clock.GetUtcNow()), aborted)
        );
    }

    public override async Task UntilAsync(DateTimeOffset until)
    {
        await SettleAsync(until);
        lock (_lock)
            Clock.SetUtcNow(until);
    }

    /// <summary>What the host's sweep does for a case that has something to do.</summary>
    public async Task SweepAsync()
    {
        foreach (var _ in await new CaseSweep(Store).RunAsync(Clock.GetUtcNow()))
            await WakeAsync();
        await RunAsync();
    }

    public Task WakeOnlyAsync() => WakeAsync();

    public Task StoreAsync(string signal, Cases.Lifecycle.CaseCommand command, PersonId? by = null) =>
        Signals.RaiseAsync(Case, signal, command, by);

    protected override Task WakeAsync()
    {
        DurableCaseHost.Use(Client);
        return _host.WakeAsync(Case);
    }

    protected override Task RunAsync() => SettleAsync(Clock.GetUtcNow());

    protected override Task<DateTimeOffset?> NextAsync() => Task.FromResult(_deadline);

    /// <summary>
    /// Until the orchestration has looked at the case after this call and found nothing due up to the limit, or has
    /// ended.
    /// </summary>
    private async Task SettleAsync(DateTimeOffset limit)
    {
        lock (_lock)
            (_limit, _looksBefore, _quiet) = (
                limit,
                _looks,
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            );
        using var patience = new CancellationTokenSource(Patience);
        for (var nudged = false; await IsAliveAsync(); nudged = true)
        {
            if (!nudged)
                await NudgeAsync();
            if (await Task.WhenAny(_quiet.Task, Task.Delay(TimeSpan.FromSeconds(2), patience.Token)) == _quiet.Task)
                return;
            if (patience.IsCancellationRequested)
                throw new TimeoutException(
                    $"The orchestration did not come to rest before {limit:O} within {Patience.TotalSeconds} s; the "
                        + $"story stands at {Clock.GetUtcNow():O}."
                );
        }
    }

    private async Task<bool> IsAliveAsync() =>
        await StatusAsync() is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running;

    private async Task NudgeAsync()
    {
        try
        {
            await Client.RaiseEventAsync(Case.Value, CaseOrchestrator.Signal, "");
        }
        catch (RpcException ended) when (ended.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // It has ended meanwhile, which is rest too.
        }
    }

    private (int Look, DateTimeOffset Now) Look()
    {
        lock (_lock)
        {
            if (Next() is { } next && next <= _limit && next > Clock.GetUtcNow())
                Clock.SetUtcNow(next);
            return (++_looks, Clock.GetUtcNow());
        }
    }

    private string Seen(int look, CaseStand stand)
    {
        lock (_lock)
        {
            _deadline = stand.NextDeadline;
            foreach (var gone in _retries.Keys.Except(stand.Effects).ToList())
                _retries.Remove(gone);
            var now = Clock.GetUtcNow();
            // An announcement runs beside the loop; nobody waits for it.
            var isDue = stand.Effects.Any(effect =>
                effect != CaseActivities.Announce && !(_retries.TryGetValue(effect, out var at) && at > now)
            );
            if (look > _looksBefore && !isDue && !(Next() <= _limit))
                _quiet.TrySetResult();
            DateTimeOffset? wall =
                stand.NextDeadline is not { } deadline ? null
                : deadline <= _limit ? DateTimeOffset.UtcNow
                : DateTimeOffset.UtcNow.AddDays(1);
            return JsonSerializer.Serialize(stand with { NextDeadline = wall });
        }
    }

    private string Tried(string effect, PerformedAction answer)
    {
        lock (_lock)
        {
            if (answer.RetryAt is { } retryAt)
                _retries[effect] = retryAt;
            else
                _retries.Remove(effect);
            return JsonSerializer.Serialize(
                new PerformedAction(answer.RetryAt is null ? null : DateTimeOffset.UtcNow + Soon)
            );
        }
    }

    private DateTimeOffset? Next() => _retries.Values.Select(at => (DateTimeOffset?)at).Append(_deadline).Min();
}
