using System.Globalization;
using System.Text;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>The real events, replayed with the default settings.</summary>
internal static class EventsSection
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

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
        var text = $"""
            Archives of the Weibo hot list, one set of settings (the defaults) for all; only the topic differs, made
            from the catalogue's names. Found: orange or red raised from onset to four days later. False day: a calendar
            day in Asia/Shanghai before onset with orange or red raised, of 30 days per event. Alarmed: orange or red
            raised for a surge that was none, in the same four days.

            ### The first twenty, to June 2022

            The words of risk were written by people who had read these headlines; the bars are for these events.

            {Tables(first)}
            ### The twenty-six later ones, to September 2025

            Nobody had read these when the words of risk were written: they say more, and have no bar yet.

            {Tables(later)}
            """;
        return new Section("Events", text, [.. Bars(first)]);
    }

    private static IEnumerable<Bar> Bars(EventTotals totals) =>
        [
            Bar(
                "crises found within 24 h",
                $"{totals.FoundWithinADay} of {totals.Crises}",
                "at least 16 of 17",
                totals.FoundWithinADay >= 16
            ),
            Bar(
                "crises found within 4 days",
                $"{totals.Found} of {totals.Crises}",
                "at least 15 of 17",
                totals.Found >= 15
            ),
            Bar("median delay", Hours(totals.MedianDelay), "at most 1 h", totals.MedianDelay <= TimeSpan.FromHours(1)),
            Bar("false days per brand-day", PerDay(totals), "at most 0.01", totals.FalseDaysPerBrandDay <= 0.01),
            Bar(
                "benign surges alarmed",
                $"{totals.BenignAlarmed} of {totals.Benign}",
                "0 of 3",
                totals.BenignAlarmed == 0
            ),
        ];

    private static string Tables(EventTotals totals)
    {
        var page = new StringBuilder();
        page.Append($"Found {totals.Found} of {totals.Crises} crises, {totals.FoundWithinADay} within 24 h, ")
            .Append($"median delay {Hours(totals.MedianDelay)}; {totals.FalseDays} false days of {totals.BrandDays} ")
            .Append($"({PerDay(totals)} per brand-day); ")
            .Append($"{totals.BenignAlarmed} of {totals.Benign} benign surges alarmed.\n\n")
            .Append("| event | type | found after | level | index | headline | false days | later alarms |\n")
            .Append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var each in totals.Events)
            page.Append($"| {each.Event.Id} | {each.Event.Type} | {Delay(each)} | {each.Found?.Level} | ")
                .Append($"{each.Found?.Index:0.0} | {RealTitles.Quote(each.Found?.Story)} | ")
                .Append($"{each.FalseDays.Count} | {each.Later.Count} |\n");
        page.Append("\nFalse days:\n\n");
        foreach (var each in totals.Events)
        foreach (var day in each.FalseDays)
            page.Append($"- {each.Event.Id}, {day.At.ToOffset(Shanghai):yyyy-MM-dd HH:mm}, ")
                .Append($"{day.Level}: {RealTitles.Quote(day.Story)}\n");
        page.Append("\nAlarms after the four days of a benign surge; they count nowhere, a reader may judge them:\n\n");
        foreach (var each in totals.Events.Where(each => !each.Event.IsCrisis))
        foreach (var after in each.Later)
            page.Append($"- {each.Event.Id}, {(after.At - each.Event.Onset).TotalDays:0.0} days after onset, ")
                .Append($"{after.Level}: {RealTitles.Quote(after.Story)}\n");
        return page.ToString();
    }

    private static Bar Bar(string name, string measured, string wanted, bool met) =>
        new("events, " + name, measured, wanted, met);

    private static string Delay(EventFigures each) =>
        each.Delay is { } delay ? Hours(delay)
        : each.Event.IsCrisis ? "**not**"
        : "no alarm";

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0.00", CultureInfo.InvariantCulture) + " h";

    private static string PerDay(EventTotals totals) =>
        totals.FalseDaysPerBrandDay.ToString("0.0000", CultureInfo.InvariantCulture);
}
