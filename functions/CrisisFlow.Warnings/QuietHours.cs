namespace CrisisFlow.Warnings;

/// <summary>The hours of the brand's day in which all warnings but red ones wait, with all that follows.</summary>
public static class QuietHours
{
    public static bool Cover(DateTimeOffset at, WarningSettings settings, TimeZoneInfo zone)
    {
        var (from, until) = (settings.QuietFrom, settings.QuietUntil);
        if (from == until)
            return false;
        var hour = TimeZoneInfo.ConvertTime(at, zone).TimeOfDay.TotalHours;
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }

    /// <summary>When the present quiet hours end.</summary>
    public static DateTimeOffset End(DateTimeOffset at, WarningSettings settings, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var end = local.Date + TimeSpan.FromHours(settings.QuietUntil);
        if (end <= local)
            end = end.AddDays(1);
        // In spring an hour is left out: what would end in it ends with it.
        if (zone.IsInvalidTime(end))
            end = end.AddHours(1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
