namespace CrisisFlow.Warnings;

internal static class Levels
{
    /// <summary>
    /// The level an index stands for: a level above the present one needs its threshold to enter, the present one and
    /// those below
    /// only their threshold to leave. The gap between both keeps a warning from flapping.
    /// </summary>
    public static Level Reached(double index, Level present, WarningSettings settings)
    {
        for (var level = Level.Red; level > Level.None; level--)
        {
            if (index >= (level > present ? settings.Enter(level) : settings.Leave(level)))
                return level;
        }
        return Level.None;
    }
}
