using System.Collections.Frozen;
using System.Globalization;

namespace CrisisFlow.Reading.Values;

/// <summary>Names of time zones in dates. An unknown name counts as UTC, as RFC 5322 asks for.</summary>
internal static class Zones
{
    /// <summary>
    /// Hours east of UTC. Military letters as written in RFC 822; RFC 2822 says how often they were meant the other way
    /// round.
    /// </summary>
    private static readonly FrozenDictionary<string, double> Hours = """
        UT=0 UTC=0 GMT=0 Z=0 WET=0
        EST=-5 EDT=-4 ET=-5 CDT=-5 CT=-6 MST=-7 MDT=-6 MT=-7 PST=-8 PDT=-7 PT=-8
        AKST=-9 AKDT=-8 HST=-10 AST=-4 AT=-4 ADT=-3 NST=-3.5 NDT=-2.5 BRT=-3 ART=-3
        BST=1 WEST=1 CET=1 MET=1 CEST=2 MEST=2 EET=2 EEST=3 MSK=3 MSD=4
        IST=5.5 PKT=5 ICT=7 WIB=7 HKT=8 SGT=8 MYT=8 PHT=8 AWST=8 BJT=8
        JST=9 KST=9 ACST=9.5 ACDT=10.5 AEST=10 AEDT=11 NZST=12 NZDT=13
        ASIA/SHANGHAI=8 ASIA/CHONGQING=8 ASIA/URUMQI=8 ASIA/HONG_KONG=8 ASIA/TAIPEI=8 ASIA/SINGAPORE=8 PRC=8
        ASIA/TOKYO=9 ASIA/SEOUL=9 ASIA/KOLKATA=5.5 ASIA/CALCUTTA=5.5 ETC/UTC=0 ETC/GMT=0
        A=-1 M=-12 N=1 Y=12
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static zone =>
        zone.Split('=')
    ).ToFrozenDictionary(
        static zone => zone[0],
        static zone => double.Parse(zone[1], CultureInfo.InvariantCulture),
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="local">The time meant; summer time depends on it.</param>
    public static TimeSpan Of(string name, DateTime local, string? language)
    {
        if (name.Equals("CST", StringComparison.OrdinalIgnoreCase))
            return TimeSpan.FromHours(language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? 8 : -6);
        if (Hours.TryGetValue(name, out var hours))
            return TimeSpan.FromHours(hours);
        return Area(name)?.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)) ?? TimeSpan.Zero;
    }

    /// <summary>
    /// A name such as "America/New_York". The system takes names for paths of files, so nothing but area and town goes
    /// there.
    /// </summary>
    private static TimeZoneInfo? Area(string name)
    {
        var slash = name.IndexOf('/');
        if (slash < 2 || slash > name.Length - 3 || name.Contains("//", StringComparison.Ordinal))
            return null;
        return IanaZones.Find(name);
    }
}
