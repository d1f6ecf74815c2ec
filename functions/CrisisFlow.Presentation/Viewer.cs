using System.Globalization;
using CrisisFlow.Cases;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Reading.Values;
using CrisisFlow.Settings;

namespace CrisisFlow.Presentation;

/// <summary>
/// The reader: language, time zone and the current time, so that all pages and mails show times alike.
/// </summary>
/// <param name="Team">Sees the team's navigation; somebody who came by a link does not.</param>
public sealed record Viewer(Texts T, DateTimeOffset Now, TimeZoneInfo Zone, bool Team = false)
{
    /// <summary>Where the site's pages are.</summary>
    public SitePaths Paths { get; init; } = SitePaths.AtRoot;

    /// <summary>The host keeps an outbox, so the navigation names it.</summary>
    public bool Outbox { get; init; }

    /// <summary>Path and query of the present page without its language, for the switch.</summary>
    public string Here { get; init; } = "/";

    /// <summary>For a mail: the person's own language and time zone.</summary>
    public static Viewer ForMail(CrisisFlowSettings settings, Person person, DateTimeOffset now) =>
        new(Texts.For(person.Language), now, ZoneOf(settings, person.Id.Value));

    /// <summary>The person's own time zone; the brand's where there is none.</summary>
    public static TimeZoneInfo ZoneOf(CrisisFlowSettings settings, string? person)
    {
        var own = person is null ? null : settings.People.Find(one => one.Id == person)?.TimeZone;
        return !string.IsNullOrEmpty(own) && IanaZones.Find(own) is { } zone ? zone : settings.Brand.Zone();
    }

    /// <summary>Date and time of day in the viewer's zone, the year only when it is not this one.</summary>
    public string Time(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var sameYear = local.Year == TimeZoneInfo.ConvertTime(Now, Zone).Year;
        return local.ToString(sameYear ? T.Language.TimeThisYear : T.Language.Time, CultureInfo.InvariantCulture);
    }

    /// <summary>The zone by its IANA name, as settings write it.</summary>
    public string ZoneId => IanaZones.NameOf(Zone);

    /// <summary>The zone's distance from UTC at that moment, for example UTC+8.</summary>
    public string ZoneName(DateTimeOffset at)
    {
        var offset = Zone.GetUtcOffset(at);
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return offset == TimeSpan.Zero
            ? "UTC"
            : "UTC" + sign + offset.ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>"in 25 minutes" or "2 hours ago".</summary>
    public string Relative(DateTimeOffset at)
    {
        var distance = at - Now;
        return distance.Duration() < TimeSpan.FromSeconds(45)
            ? T["time.now"]
            : T[distance > TimeSpan.Zero ? "time.in" : "time.ago", Span(distance.Duration())];
    }

    /// <summary>A length of time in its greatest fitting unit.</summary>
    public string Span(TimeSpan length)
    {
        var (count, unit) =
            length.TotalMinutes < 89.5 ? (Math.Max(1, Math.Round(length.TotalMinutes)), "minute")
            : length.TotalHours < 47.5 ? (Math.Round(length.TotalHours), "hour")
            : (Math.Round(length.TotalDays), "day");
        return T[count == 1 ? $"time.{unit}" : $"time.{unit}s", count.ToString("0", CultureInfo.InvariantCulture)];
    }

    /// <summary>Time, zone and distance in one: "23 Nov 14:05 (UTC+8, in 25 minutes)".</summary>
    public string Full(DateTimeOffset at) => T["time.full", Time(at), ZoneName(at), Relative(at)];

    /// <summary>A time element: machine-readable, short, with the distance.</summary>
    public Html Stamp(DateTimeOffset at)
    {
        var machine = at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Html.Of($"""<time datetime="{machine}">{Time(at)}<span class="soft"> · {Relative(at)}</span></time>""");
    }

    public string Number(double value, string format = "0.#") => value.ToString(format, CultureInfo.InvariantCulture);
}
