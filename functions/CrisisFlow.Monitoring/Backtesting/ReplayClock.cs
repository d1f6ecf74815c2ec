namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>A clock that shows the archive's time.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
