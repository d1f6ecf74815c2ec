namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>Shows the archive's time: whatever it is set to.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
