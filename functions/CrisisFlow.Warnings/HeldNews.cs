namespace CrisisFlow.Warnings;

/// <summary>What quiet hours or a silence kept from the readers, until they end: news is late, never lost.</summary>
/// <param name="Since">When the first of it was held back.</param>
/// <param name="Highest">The highest level meanwhile.</param>
/// <param name="Index">Risk index at which that level was reached.</param>
/// <param name="At">When it was reached.</param>
public sealed record HeldNews(DateTimeOffset Since, Level Highest, double Index, DateTimeOffset At)
{
    internal static HeldNews Join(HeldNews? before, WarningEvent.Raised raised) =>
        before is null ? new HeldNews(raised.At, raised.Level, raised.Index, raised.At)
        : raised.Level > before.Highest ? before with { Highest = raised.Level, Index = raised.Index, At = raised.At }
        : before;
}
