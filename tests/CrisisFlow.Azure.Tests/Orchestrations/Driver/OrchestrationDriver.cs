using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>
/// Drives one orchestration as the Durable back end does: every step replays the orchestrator from the start over its
/// history,
/// compares what it asks for with what it asked for before, performs what is new, and delivers one thing that happened.
/// The clock is moved by the test.
/// </summary>
internal sealed class OrchestrationDriver(
    string name,
    string instanceId,
    Func<TaskOrchestrationContext, Task> orchestrator,
    Func<string, string, Task<string>> callActivity,
    Func<DateTimeOffset> clock
)
{
    private readonly Queue<History> _inbox = new();
    private readonly List<History> _history = [];
    private readonly SortedDictionary<int, DateTime> _timers = [];
    private readonly List<OrchestratorAction.CallActivity> _held = [];

    public string Input { get; private set; } = "null";

    /// <summary>Everything of this generation.</summary>
    public IReadOnlyList<History> History => _history;

    public int Generation { get; private set; }

    public int Replays { get; private set; }

    public bool IsCompleted { get; private set; }

    /// <summary>What the orchestrator threw; null while it runs or when it ended well.</summary>
    public Exception? Failure { get; private set; }

    public string? Status { get; private set; }

    /// <summary>Called between the step that continues as new and the first step of the new generation.</summary>
    public Action? WhileContinuing { get; set; }

    /// <summary>All that is there is delivered in one step, instead of one thing a step.</summary>
    public bool InBatches { get; set; }

    /// <summary>Activities that begin and do not end before <see cref="ReleaseAsync"/>.</summary>
    public Func<OrchestratorAction.CallActivity, bool> Holds { get; set; } = _ => false;

    /// <summary>When the earliest timer fires; null when none is running.</summary>
    public DateTimeOffset? NextTimer =>
        _timers.Count == 0 ? null : new DateTimeOffset(_timers.Values.Min(), TimeSpan.Zero);

    public void Start(string input)
    {
        Input = input;
        _inbox.Enqueue(new History.Stepped(clock().UtcDateTime));
    }

    /// <summary>Goes on from a history that an earlier version left behind.</summary>
    /// <exception cref="NonDeterministicOrchestratorException">
    /// The orchestrator of today asks for something else than the one that wrote it.
    /// </exception>
    public Task ResumeAsync(string input, IEnumerable<History> history)
    {
        Input = input;
        _history.AddRange(history);
        return StepAsync();
    }

    public void Raise(string eventName, string payload) => _inbox.Enqueue(new History.Raised(eventName, payload));

    /// <summary>Lets the activities end that were held.</summary>
    public async Task ReleaseAsync()
    {
        Holds = _ => false;
        foreach (var call in _held)
            _inbox.Enqueue(await CallAsync(call));
        _held.Clear();
    }

    /// <summary>Ends the run as from outside.</summary>
    public void Terminate() => IsCompleted = true;

    /// <summary>Steps until nothing more happens at the clock's present time.</summary>
    public async Task RunAsync()
    {
        while (!IsCompleted && Failure is null)
        {
            foreach (
                var (timer, at) in _timers
                    .Where(timer => timer.Value <= clock().UtcDateTime)
                    .OrderBy(timer => timer.Value)
                    .ToList()
            )
            {
                _timers.Remove(timer);
                _inbox.Enqueue(new History.TimerFired(timer));
            }

            if (_inbox.Count == 0)
                return;
            if (_inbox.Peek() is not Driver.History.Stepped)
                _history.Add(new History.Stepped(clock().UtcDateTime));
            do _history.Add(_inbox.Dequeue());
            while (InBatches && _inbox.Count > 0);
            await StepAsync();
        }
    }

    private async Task StepAsync()
    {
        var (context, task) = Replay();
        Replays++;
        Status = context.Status ?? Status;
        if (context.OpenWaits > 1)
            throw new NonDeterministicOrchestratorException(
                $"{context.OpenWaits} waits are open at once; all but one would eat signals that nobody looks at."
            );
        if (context.Continued is { } next && task.IsCompletedSuccessfully)
        {
            ContinueAsNew(context, next);
            return;
        }

        Failure = task.Exception?.InnerException;
        IsCompleted = task.IsCompletedSuccessfully;
        await PerformAsync(context);
        if (!task.IsCompleted && !context.HasOpenTasks)
            throw new NonDeterministicOrchestratorException(
                "The orchestrator awaits something that its context did not give it."
            );
    }

    private (ReplayContext Context, Task Task) Replay()
    {
        var context = new ReplayContext(name, instanceId, Input);
        var thread = new ReplayThread();
        Task task = Task.CompletedTask;
        context.Apply(_history[0]);
        thread.Run(() => task = orchestrator(context));
        for (var i = 1; i < _history.Count; i++)
        {
            var happened = _history[i];
            context.Replaying = i < _history.Count - 1;
            if (happened is Driver.History.ActivityScheduled or Driver.History.TimerCreated)
                Compare(context, happened);
            else
                thread.Run(() => context.Apply(happened));
        }

        return (context, task);
    }

    private static void Compare(ReplayContext context, History happened)
    {
        var (id, before) = happened switch
        {
            History.ActivityScheduled activity => (
                activity.Id,
                (OrchestratorAction)new OrchestratorAction.CallActivity(activity.Id, activity.Name, activity.Input)
            ),
            History.TimerCreated timer => (timer.Id, new OrchestratorAction.StartTimer(timer.Id, timer.FireAt)),
            _ => throw new InvalidOperationException($"{happened} is no action."),
        };
        var now = id < context.Actions.Count ? context.Actions[id] : null;
        if (now != before)
            throw new NonDeterministicOrchestratorException(
                $"Action {id} was {before} and is {now?.ToString() ?? "nothing"} when the same history is replayed."
            );
    }

    private async Task PerformAsync(ReplayContext context)
    {
        var known = _history.Count(happened =>
            happened is Driver.History.ActivityScheduled or Driver.History.TimerCreated
        );
        foreach (var action in context.Actions.Skip(known).ToList())
            switch (action)
            {
                case OrchestratorAction.StartTimer timer:
                    _history.Add(new History.TimerCreated(timer.Id, timer.FireAt));
                    break;
                case OrchestratorAction.CallActivity call:
                    _history.Add(new History.ActivityScheduled(call.Id, call.Name, call.Input));
                    if (Holds(call))
                        _held.Add(call);
                    else
                        _inbox.Enqueue(await CallAsync(call));
                    break;
            }

        // Cancelled timers are gone from the back end too.
        _timers.Clear();
        foreach (
            var timer in context
                .Actions.OfType<OrchestratorAction.StartTimer>()
                .Where(timer => context.OpenTimers.Contains(timer.Id))
        )
            _timers[timer.Id] = timer.FireAt;
        if ((IsCompleted || Failure is not null) && _timers.Count > 0)
            throw new InvalidOperationException(
                $"The orchestrator ended with {_timers.Count} timers running; the back end keeps it alive "
                    + "until they fire."
            );
    }

    private async Task<History> CallAsync(OrchestratorAction.CallActivity call)
    {
        try
        {
            return new History.ActivityCompleted(call.Id, await callActivity(call.Name, call.Input));
        }
        catch (Exception e)
        {
            // As the worker reports it: the outer error is the call's, the inner one is what was thrown.
            var inner = new TaskFailureDetails(e.GetType().FullName!, e.Message, e.StackTrace, null, null);
            return new History.ActivityFailed(
                call.Id,
                call.Name,
                new TaskFailureDetails("Microsoft.DurableTask.TaskFailedException", e.Message, null, inner, null)
            );
        }
    }

    private void ContinueAsNew(ReplayContext context, (string Input, bool PreserveEvents) next)
    {
        if (context.OpenTimers.Any())
            throw new InvalidOperationException(
                "The orchestrator continued as new with a timer running; a timer that lost is cancelled."
            );
        History[] unprocessed = next.PreserveEvents
            ? [.. context.Unprocessed.Select(raised => new History.Raised(raised.Name, raised.Payload))]
            : [];
        History[] waiting = [.. _inbox];
        (Input, Generation) = (next.Input, Generation + 1);
        _history.Clear();
        _timers.Clear();
        _inbox.Clear();
        _inbox.Enqueue(new History.Stepped(clock().UtcDateTime));
        foreach (var happened in unprocessed.Concat(waiting.Where(happened => happened is History.Raised)))
            _inbox.Enqueue(happened);
        WhileContinuing?.Invoke();
    }
}
