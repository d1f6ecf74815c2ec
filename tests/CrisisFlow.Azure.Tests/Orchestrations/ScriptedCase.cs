using System.Text.Json;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Orchestrations.Driver;

namespace CrisisFlow.Azure.Tests.Orchestrations;

/// <summary>
/// A case that does what the test says, run by the real orchestrator: for the loop's own promises, apart from what
/// cases decide.
/// </summary>
internal sealed class ScriptedCase
{
    private readonly Dictionary<string, Queue<Func<PerformedAction>>> _answers = [];
    private readonly List<string> _untaken = [];
    private Exception? _advanceFault;
    private int _advanceFaults;
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public ScriptedCase(bool inBatches = false)
    {
        Driver = new(CaseOrchestrator.Name, "case-1", CaseOrchestrator.RunAsync, CallAsync, () => _now)
        {
            InBatches = inBatches,
        };
        Driver.Start(JsonSerializer.Serialize(new CaseRun("case-1") { Version = CaseRun.Current }, ReplayContext.Json));
    }

    public OrchestrationDriver Driver { get; }

    public DateTimeOffset Now => _now;

    /// <summary>Everything that was called, in order.</summary>
    public List<string> Calls { get; } = [];

    public List<string> Taken { get; } = [];

    public List<string> Pending { get; } = [];

    public DateTimeOffset? Deadline { get; set; }

    public bool Ended { get; set; }

    public void Store(string signal) => _untaken.Add(signal);

    public void Tell(string signal)
    {
        Store(signal);
        Driver.Raise(CaseOrchestrator.Signal, "\"\"");
    }

    public ScriptedCase Effect(string id, params Func<PerformedAction>[] answers)
    {
        Pending.Add(id);
        _answers[id] = new(answers);
        return this;
    }

    public void AdvanceFails(Exception fault, int times) => (_advanceFault, _advanceFaults) = (fault, times);

    public Task RunAsync() => Driver.RunAsync();

    /// <summary>Moves the clock from timer to timer, up to the given time.</summary>
    public async Task UntilAsync(DateTimeOffset until)
    {
        await RunAsync();
        while (Driver.NextTimer is { } next && next <= until)
        {
            _now = next > _now ? next : _now;
            await RunAsync();
        }

        _now = until;
        await RunAsync();
    }

    private Task<string> CallAsync(string activity, string input) =>
        Task.FromResult(
            activity switch
            {
                CaseActivities.Advance => Write(Advance(Read<CaseTurn>(input))),
                CaseActivities.Perform => Write(Perform(Read<ActionTurn>(input))),
                _ => throw new InvalidOperationException($"There is no activity {activity}."),
            }
        );

    private CaseStand Advance(CaseTurn turn)
    {
        Calls.Add($"advance {turn.Now:HH:mm:ss}");
        if (_advanceFaults-- > 0)
            throw _advanceFault!;
        Taken.AddRange(_untaken);
        _untaken.Clear();
        if (Deadline <= turn.Now)
            Deadline = null;
        return new CaseStand(Taken.Count, "Triage", Deadline, [.. Pending], Ended);
    }

    private PerformedAction Perform(ActionTurn turn)
    {
        Calls.Add($"{turn.EffectId} {turn.Now:HH:mm:ss}");
        var answer = _answers[turn.EffectId].TryDequeue(out var next) ? next() : new PerformedAction(null);
        if (answer.RetryAt is null)
            Pending.Remove(turn.EffectId);
        return answer;
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ReplayContext.Json)!;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ReplayContext.Json);
}
