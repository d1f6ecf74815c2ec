using CrisisFlow.App.Health;
using CrisisFlow.App.Housekeeping;
using CrisisFlow.App.Stages;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Hosting;

/// <summary>What this host does again and again, and how often.</summary>
internal sealed class HostStages(
    PollRound poll,
    EvaluationRound evaluation,
    CaseRunner cases,
    Heartbeat heartbeat,
    Retention retention,
    PushIntake intake,
    CrisisFlowSettings settings,
    TimeProvider time
)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a round of polling is waited for; a source may take thirty seconds to answer nothing.
    /// </summary>
    private static readonly TimeSpan PollPatience = TimeSpan.FromSeconds(1);

    /// <param name="alsoPoll">See <see cref="LocalOptions.AlsoPoll"/>.</param>
    public IReadOnlyList<HostStage> All(Func<PushIntake, CancellationToken, Task>? alsoPoll)
    {
        var polling = new OverlappingRuns(poll.RunAsync, PollPatience, time);
        return
        [
            new(
                Stage.Poll,
                settings.Stages.Poll,
                async stopping =>
                {
                    await polling.RunAsync(stopping);
                    if (alsoPoll is not null)
                        await alsoPoll(intake, stopping);
                }
            ),
            new(Stage.Evaluate, settings.Stages.Evaluate, evaluation.RunAsync),
            new(Stage.Cases, settings.Stages.Sweep, stopping => cases.SweepAsync(stopping)),
            new(Stage.Watch, settings.Stages.Heartbeat / 3, heartbeat.RunAsync),
            new(Stage.Retention, Day / 4, retention.RunAsync),
        ];
    }
}
