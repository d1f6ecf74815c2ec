using System.Text.Json;
using CrisisFlow.Azure.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>One replay: gives the orchestrator what its history holds and notes what it asks for beyond that.</summary>
internal sealed class ReplayContext(string name, string instanceId, string input) : TaskOrchestrationContext
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<int, TaskCompletionSource<string>> _open = [];
    private readonly HashSet<int> _cancelledTimers = [];
    private readonly List<(string Name, TaskCompletionSource<string> Source)> _waiting = [];
    private readonly List<(string Name, string Payload)> _buffered = [];
    private DateTime _now;

    public List<OrchestratorAction> Actions { get; } = [];

    public bool Replaying { get; set; } = true;

    public (string Input, bool PreserveEvents)? Continued { get; private set; }

    public string? Status { get; private set; }

    /// <summary>
    /// Waits that nothing has answered: more than one would mean that an old wait can eat a later signal.
    /// </summary>
    public int OpenWaits => _waiting.Count;

    /// <summary>Signals that arrived and that no wait has taken.</summary>
    public IReadOnlyList<(string Name, string Payload)> Unprocessed => _buffered;

    public IEnumerable<int> OpenTimers =>
        Actions
            .OfType<OrchestratorAction.StartTimer>()
            .Select(timer => timer.Id)
            .Where(id => _open.ContainsKey(id) && !_cancelledTimers.Contains(id));

    public bool HasOpenTasks => _open.Count > 0 || _waiting.Count > 0;

    public override TaskName Name => name;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => JsonSerializer.Deserialize<T>(input, Json);

    /// <summary>Delivers one thing that happened.</summary>
    public void Apply(History happened)
    {
        switch (happened)
        {
            case History.Stepped step:
                _now = step.At;
                break;
            case History.ActivityCompleted done:
                Take(done.Id)?.SetResult(done.Result);
                break;
            case History.ActivityFailed failed:
                Take(failed.Id)?.SetException(new TaskFailedException(failed.Name, failed.Id, failed.Failure));
                break;
            case History.TimerFired fired:
                Take(fired.Id)?.TrySetResult("");
                break;
            case History.Raised raised:
                Raise(raised);
                break;
        }
    }

    public override async Task<TResult> CallActivityAsync<TResult>(
        TaskName name,
        object? input = null,
        TaskOptions? options = null
    )
    {
        var written = JsonSerializer.Serialize(input, Json);
        var policy = options?.Retry?.Policy;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await Schedule(id => new OrchestratorAction.CallActivity(id, name.Name, written)).Task;
                return JsonSerializer.Deserialize<TResult>(result, Json)!;
            }
            catch (TaskFailedException failed)
                when (policy is not null
                    && attempt < policy.MaxNumberOfAttempts
                    && CaseRetry.CanHelp(failed.FailureDetails)
                )
            {
                await CreateTimer(Delay(policy, attempt), CancellationToken.None);
            }
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var source = Schedule(id => new OrchestratorAction.StartTimer(id, fireAt));
        var timer = Actions.Count - 1;
        cancellationToken.Register(() =>
        {
            if (!_open.ContainsKey(timer))
                return;
            _cancelledTimers.Add(timer);
            source.TrySetCanceled(cancellationToken);
        });
        return source.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(
        string eventName,
        CancellationToken cancellationToken = default
    )
    {
        if (cancellationToken.CanBeCanceled)
            throw new NotSupportedException("A cancelled wait can eat a later event; the driver does not allow one.");
        var buffered = _buffered.FindIndex(raised => raised.Name == eventName);
        if (buffered >= 0)
        {
            var payload = _buffered[buffered].Payload;
            _buffered.RemoveAt(buffered);
            return JsonSerializer.Deserialize<T>(payload, Json)!;
        }

        var source = new TaskCompletionSource<string>();
        _waiting.Add((eventName, source));
        return JsonSerializer.Deserialize<T>(await source.Task, Json)!;
    }

    public override void SetCustomStatus(object? customStatus)
    {
        Status = JsonSerializer.Serialize(customStatus, Json);
        // As the extension does: beyond 16 KB of UTF-16 it fails the run.
        if (Status.Length * sizeof(char) > 16 * 1024)
            throw new InvalidOperationException(
                $"The custom status has {Status.Length * sizeof(char)} bytes; the Durable extension takes 16384."
            );
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        Continued = (JsonSerializer.Serialize(newInput, Json), preserveUnprocessedEvents);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        throw new NotSupportedException("No orchestrator sends events.");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        object? input = null,
        TaskOptions? options = null
    ) => throw new NotSupportedException("No orchestrator calls another.");

    public override Guid NewGuid() =>
        throw new NotSupportedException("No orchestrator makes ids; they are derived from what they name.");

    private static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        var delay = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return delay < policy.MaxRetryInterval ? delay : policy.MaxRetryInterval;
    }

    private TaskCompletionSource<string> Schedule(Func<int, OrchestratorAction> action)
    {
        var source = new TaskCompletionSource<string>();
        _open.Add(Actions.Count, source);
        Actions.Add(action(Actions.Count));
        return source;
    }

    private void Raise(History.Raised raised)
    {
        // First come, first served; what nobody waits for is kept.
        var waiter = _waiting.FindIndex(wait => wait.Name == raised.Name);
        if (waiter < 0)
        {
            _buffered.Add((raised.Name, raised.Payload));
            return;
        }

        var source = _waiting[waiter].Source;
        _waiting.RemoveAt(waiter);
        source.SetResult(raised.Payload);
    }

    private TaskCompletionSource<string>? Take(int id) => _open.Remove(id, out var source) ? source : null;
}
