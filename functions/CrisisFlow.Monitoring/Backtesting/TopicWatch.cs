using CrisisFlow.Core.Deciding;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>One topic in a replay: its history in memory, where its warnings stand, and the minute's look by the assessor and the decider that <see cref="TopicEvaluation"/> uses live.</summary>
public sealed class TopicWatch(TopicHistory history, WarningState state, WarningSettings settings)
{
    private readonly TopicAssessor _assessor = new(history, settings);

    public TopicHistory History => history;

    public WarningState State { get; private set; } = state;

    /// <summary>Whether nothing can happen before the next bucket: no mention in any window, no warning that stands, no silence that could end.</summary>
    public bool IsIdle => _assessor.IsIdle && State is not WarningState.Watching { Open.Length: > 0 } and not WarningState.Watching { Silences.Length: > 0 };

    /// <summary>Assesses the topic at this moment and says what follows, without letting it happen: the caller stores it first.</summary>
    public IReadOnlyList<WarningEvent> Look(DateTimeOffset now)
    {
        var command = new WarningCommand.Assess(now, history.Topic, _assessor.Candidates(now), settings, TimeZoneInfo.Utc);
        return WarningDecider.Decide(command, State) is WarningDecision.Accepted accepted ? accepted.Events : [];
    }

    /// <summary>Takes over what was stored.</summary>
    public void Apply(IReadOnlyList<WarningEvent> events)
    {
        foreach (var happened in events) State = WarningDecider.Evolve(State, happened);
    }
}
