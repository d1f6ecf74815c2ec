namespace CrisisFlow.Core.Warnings;

/// <summary>The hours of the brand's day in which mails about warnings wait, red ones excepted.</summary>
public static class QuietHours
{
    public static bool Cover(DateTimeOffset at, WarningSettings settings)
    {
        var (from, until) = (settings.QuietFrom, settings.QuietUntil);
        var hour = at.ToOffset(TimeSpan.FromHours(settings.UtcOffset)).TimeOfDay.TotalHours;
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }

    /// <summary>When the present quiet hours end.</summary>
    public static DateTimeOffset End(DateTimeOffset at, WarningSettings settings)
    {
        var local = at.ToOffset(TimeSpan.FromHours(settings.UtcOffset));
        var end = new DateTimeOffset(local.Date, local.Offset) + TimeSpan.FromHours(settings.QuietUntil);
        return (end > local ? end : end.AddDays(1)).ToUniversalTime();
    }
}
