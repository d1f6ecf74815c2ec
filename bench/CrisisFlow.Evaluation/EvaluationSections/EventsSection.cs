using System.Globalization;
using System.Text;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>The real events, replayed with the default settings.</summary>
internal static class EventsSection
{
    public static async Task<Section> Run(IProgress<string> progress)
    {
        var events = new List<EventFigures>();
        foreach (var each in CrisisEvent.ReadCatalogue(Path.Combine(Repository.Data, "crisis_events")))
        {
            progress.Report($"events: {each.Id}");
            events.Add(await each.ReplayAsync(new WarningSettings()));
        }

        var first = new EventTotals([.. events.Where(each => !each.Event.IsLater)]);
        var later = new EventTotals([.. events.Where(each => each.Event.IsLater)]);
        var page = new StringBuilder();
        page.Append(
            "Archives of the Weibo hot list, one set of settings (the defaults) for all; only the topic differs, made from the catalogue's names. "
            + "Found: orange or red raised from onset to four days later. False day: a calendar day in Asia/Shanghai before onset with orange or red raised, of 30 days per event. "
            + "Alarmed: orange or red raised for a surge that was none, in the same four days.\n");
        page.Append(
            "\n### The first twenty, to June 2022\n\nThe words of risk were written by people who had read these headlines; the bars are theirs.\n\n");
        Write(page, first);
        page.Append("\n### The twenty-six later ones, to September 2025\n\nNobody tuned to these; they say more, and have no bar yet.\n\n");
        Write(page, later);
        return new Section("Events", page.ToString(),
        [
            Bar("crises found within 24 h", $"{first.FoundWithinADay} of {first.Crises}", "at least 16 of 17", first.FoundWithinADay >= 16),
            Bar("crises found within 4 days", $"{first.Found} of {first.Crises}", "at least 15 of 17", first.Found >= 15),
            Bar("median delay", Hours(first.MedianDelay), "at most 1 h", first.MedianDelay <= TimeSpan.FromHours(1)),
            Bar("false days per brand-day", Number(first.FalseDaysPerBrandDay), "at most 0.01", first.FalseDaysPerBrandDay <= 0.01),
            Bar("benign surges alarmed", $"{first.BenignAlarmed} of {first.Benign}", "0 of 3", first.BenignAlarmed == 0),
        ]);
    }

    private static void Write(StringBuilder page, EventTotals totals)
    {
        page.Append(CultureInfo.InvariantCulture,
            $"Found {totals.Found} of {totals.Crises} crises, {totals.FoundWithinADay} within 24 h, median delay {Hours(totals.MedianDelay)}; {totals.FalseDays} false days of {totals.BrandDays} ({Number(totals.FalseDaysPerBrandDay)} per brand-day); {totals.BenignAlarmed} of {totals.Benign} benign surges alarmed.\n\n"
            + $"| event | type | found after | level | index | headline | false days | later alarms |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var each in totals.Events)
            page.Append(CultureInfo.InvariantCulture,
                $"| {each.Event.Id} | {each.Event.Type} | {Delay(each)} | {each.Found?.Level} | {each.Found?.Index:0.0} | {RealTitles.Quote(each.Found?.Story)} | {each.FalseDays.Count} | {each.Later.Count} |\n");
        page.Append("\nFalse days:\n\n");
        foreach (var each in totals.Events)
            foreach (var day in each.FalseDays)
                page.Append(CultureInfo.InvariantCulture,
                    $"- {each.Event.Id}, {day.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}, {day.Level}: {RealTitles.Quote(day.Story)}\n");
        page.Append("\nAlarms after the four days of a benign surge; they count nowhere, a reader may judge them:\n\n");
        foreach (var each in totals.Events.Where(each => !each.Event.IsCrisis))
            foreach (var after in each.Later)
                page.Append(CultureInfo.InvariantCulture,
                    $"- {each.Event.Id}, {(after.At - each.Event.Onset).TotalDays:0.0} days after onset, {after.Level}: {RealTitles.Quote(after.Story)}\n");
    }

    private static Bar Bar(string name, string measured, string wanted, bool met) => new("events, " + name, measured, wanted, met);

    private static string Delay(EventFigures each) =>
        each.Delay is { } delay ? Hours(delay) : each.Event.IsCrisis ? "**not**" : "no alarm";

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0.00", CultureInfo.InvariantCulture) + " h";

    private static string Number(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
