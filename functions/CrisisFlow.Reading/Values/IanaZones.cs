using TimeZoneConverter;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// Time zones by their IANA names, on every system. Without ICU, Windows knows its own names only. See docs/adr/0018.
/// </summary>
public static class IanaZones
{
    /// <summary>Null when this machine does not know the zone, whatever it calls it.</summary>
    public static TimeZoneInfo? Find(string name) => Find(name, OnThisMachine);

    /// <summary>The zone's IANA name, also where the system calls it otherwise.</summary>
    public static string NameOf(TimeZoneInfo zone) =>
        !zone.HasIanaId && TZConvert.TryWindowsToIana(zone.Id, out var name) ? name : zone.Id;

    /// <param name="system">What the system has under a name; null = nothing.</param>
    internal static TimeZoneInfo? Find(string name, Func<string, TimeZoneInfo?> system) =>
        system(name) ?? (TZConvert.TryIanaToWindows(name, out var windows) ? system(windows) : null);

    private static TimeZoneInfo? OnThisMachine(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
