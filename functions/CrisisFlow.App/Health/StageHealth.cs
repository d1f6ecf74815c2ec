using System.Collections.Concurrent;

namespace CrisisFlow.App.Health;

/// <summary>When each stage last ran, for /health and the heartbeat.</summary>
public sealed class StageHealth(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StageRun> _runs = new(StringComparer.Ordinal);

    /// <summary>When the host started.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>Stages in the order of their names.</summary>
    public IReadOnlyList<StageRun> Runs => [.. _runs.Values.OrderBy(r => r.Stage, StringComparer.Ordinal)];

    /// <summary>A stage that will run; until it has, its start counts as its last run.</summary>
    public void Expect(string stage) => _runs.TryAdd(stage, new StageRun(stage, null, null, null, 0));

    public void Ran(string stage) =>
        _runs.AddOrUpdate(
            stage,
            s => new(s, time.GetUtcNow(), time.GetUtcNow(), null, 0),
            (_, run) =>
                run with
                {
                    LastRun = time.GetUtcNow(),
                    LastOk = time.GetUtcNow(),
                    FailuresInARow = 0,
                    Problem = null,
                }
        );

    public void Failed(string stage, string problem) =>
        _runs.AddOrUpdate(
            stage,
            s => new(s, time.GetUtcNow(), null, problem, 1),
            (_, run) =>
                run with
                {
                    LastRun = time.GetUtcNow(),
                    Problem = problem,
                    FailuresInARow = run.FailuresInARow + 1,
                }
        );

    /// <summary>A run of another process of the same host; an older one than is known changes nothing.</summary>
    public void Learn(StageRun run) =>
        _runs.AddOrUpdate(run.Stage, run, (_, known) => known.LastRun >= run.LastRun ? known : run);

    /// <summary>A stage that runs all the time has failed this often in a row.</summary>
    public bool Failing(int times) =>
        Runs.Any(run => Stage.RunAllTheTime.Contains(run.Stage) && run.FailuresInARow >= times);

    /// <summary>
    /// Of the stages that run all the time, those that have not ended well for <paramref name="limit"/> or longer.
    /// </summary>
    public IReadOnlyList<StageRun> Still(TimeSpan limit)
    {
        var now = time.GetUtcNow();
        return
        [
            .. Runs.Where(run => Stage.RunAllTheTime.Contains(run.Stage) && now - (run.LastOk ?? Started) >= limit),
        ];
    }
}

/// <param name="LastRun">Null = has not run since the host started.</param>
/// <param name="LastOk">When it last ended without a problem.</param>
/// <param name="Problem">Of the last run; null when it went well.</param>
public sealed record StageRun(
    string Stage,
    DateTimeOffset? LastRun,
    DateTimeOffset? LastOk,
    string? Problem,
    int FailuresInARow
);

/// <summary>Names of the stages, as logged, counted and shown.</summary>
public static class Stage
{
    public const string Poll = "poll";
    public const string Evaluate = "evaluate";
    public const string Cases = "cases";
    public const string Watch = "watch";
    public const string Retention = "retention";

    /// <summary>
    /// Stages that must never stop. Retention and purging run a few times a day; a pause in them is no alarm.
    /// </summary>
    public static readonly IReadOnlyList<string> RunAllTheTime = [Poll, Evaluate, Cases];
}
