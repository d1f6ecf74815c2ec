namespace CrisisFlow.Azure.Tests.Triggers;

/// <summary>A clock on which every pause is over at once, and has taken its time all the same.</summary>
internal sealed class HastyClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>Called at the end of each pause.</summary>
    public Func<DateTimeOffset, Task> Passed { get; set; } = _ => Task.CompletedTask;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _now += dueTime;
        _ = EndAsync();
        return new Ended();

        async Task EndAsync()
        {
            await Task.Yield();
            await Passed(_now);
            callback(state);
        }
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
