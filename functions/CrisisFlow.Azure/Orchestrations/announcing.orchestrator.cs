using CrisisFlow.Azure.Activities;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>
/// The announcement of a case's events, one at a time and beside the loop: where Service Bus is slow, mails and
/// publications do not
/// wait for it. It begins when the loop has nothing else to perform.
/// </summary>
internal sealed class Announcing(
    TaskOrchestrationContext context,
    CaseRun run,
    SortedDictionary<string, DateTimeOffset> retries
)
{
    private readonly bool _isBeside = run.Version >= 2;
    private Task<PerformedAction>? _open;
    private bool _isOvertaken;

    /// <summary>What the loop waits for besides signals and deadlines.</summary>
    public Task[] Open => _open is null ? [] : [_open];

    /// <summary>What the loop performs itself.</summary>
    public IReadOnlyList<string> Without(IReadOnlyList<string> effects) =>
        _isBeside ? [.. effects.Where(effect => effect != CaseActivities.Announce)] : effects;

    /// <summary>Announces what waits to be announced, unless that is under way or its time has not come.</summary>
    public void Begin(IReadOnlyList<string> effects)
    {
        if (!_isBeside || !effects.Contains(CaseActivities.Announce))
            return;
        // It may have read the journal before the latest events were in it.
        _isOvertaken = _open is not null;
        if (
            _isOvertaken || (retries.TryGetValue(CaseActivities.Announce, out var due) && due > Performing.Now(context))
        )
            return;
        retries.Remove(CaseActivities.Announce);
        _open = Performing.Begin(context, run, CaseActivities.Announce);
    }

    /// <summary>Takes the answer of one that has ended.</summary>
    /// <returns>True when one has ended and left nothing to do.</returns>
    public async Task<bool> EndedWellAsync()
    {
        if (_open is not { IsCompleted: true } ended)
            return false;
        _open = null;
        if (await Performing.AnswerAsync(context, ended) is { } retryAt)
            retries[CaseActivities.Announce] = retryAt;
        return !_isOvertaken && !retries.ContainsKey(CaseActivities.Announce);
    }
}
