namespace CrisisFlow.Core.Warnings;

internal static class Levels
{
    /// <summary>
    /// The level an index stands for: a level above the present one needs its threshold to enter, the present one and those below
    /// only their threshold to leave. The gap between both keeps a warning from flapping.
    /// </summary>
    public static Level Reached(double index, Level present, WarningSettings settings)
    {
        for (var level = Level.Red; level > Level.None; level--)
        {
            if (index >= (level > present ? settings.Enter(level) : settings.Leave(level))) return level;
        }
        return Level.None;
    }

    public static bool IsQuiet(DateTimeOffset at, WarningSettings settings)
    {
        var (from, until) = (settings.QuietFrom, settings.QuietUntil);
        var hour = at.ToOffset(TimeSpan.FromHours(settings.UtcOffset)).TimeOfDay.TotalHours;
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }

    /// <summary>When the present quiet hours end.</summary>
    public static DateTimeOffset QuietEnd(DateTimeOffset at, WarningSettings settings)
    {
        var local = at.ToOffset(TimeSpan.FromHours(settings.UtcOffset));
        var end = new DateTimeOffset(local.Date, local.Offset) + TimeSpan.FromHours(settings.QuietUntil);
        return (end > local ? end : end.AddDays(1)).ToUniversalTime();
    }
}
