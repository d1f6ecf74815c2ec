using System.Globalization;
using System.Text;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>The twenty real events, replayed with the default settings.</summary>
internal static class EventsSection
{
    public static Task<Section> Run(IProgress<string> progress)
    {
        var events = new List<EventFigures>();
        foreach (var each in CrisisEvent.ReadCatalogue(Path.Combine(Repository.Data, "crisis_events")))
        {
            progress.Report($"events: {each.Id}");
            events.Add(each.Replay(new WarningSettings()));
        }
        var totals = new EventTotals(events);
        var page = new StringBuilder();
        page.Append(
            "Archives of the Weibo hot list, one set of settings (the defaults) for all; only the query differs, made from the catalogue's names. "
            + "Found: orange or red raised from onset to four days later. False day: a calendar day in Asia/Shanghai before onset with orange or red raised, of 30 days per event. "
            + "Alarmed: orange or red raised for a surge that was none, in the same four days. The words of risk were written by people who had read these headlines; events held apart say more.\n\n"
            + "| event | type | found after | level | index | headline | false days | later alarms |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var each in events)
            page.Append(CultureInfo.InvariantCulture,
                $"| {each.Event.Id} | {each.Event.Type} | {Delay(each)} | {each.Found?.Level} | {each.Found?.Index:0.0} | {Cell(each.Found?.Story)} | {each.FalseDays.Count} | {each.Later.Count} |\n");
        page.Append("\n### False days\n\n");
        foreach (var each in events)
            foreach (var day in each.FalseDays)
                page.Append(CultureInfo.InvariantCulture, $"- {each.Event.Id}, {day.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}, {day.Level}: {day.Story}\n");
        page.Append("\n### Alarms after the four days of a benign surge\n\nThey count nowhere; a reader may judge them.\n\n");
        foreach (var each in events.Where(each => !each.Event.IsCrisis))
            foreach (var later in each.Later)
                page.Append(CultureInfo.InvariantCulture, $"- {each.Event.Id}, {(later.At - each.Event.Onset).TotalDays:0.0} days after onset, {later.Level}: {later.Story}\n");
        return Task.FromResult(new Section("Events", page.ToString(),
        [
            Bar("crises found within 24 h", $"{totals.FoundWithinADay} of {totals.Crises}", "at least 16 of 17", totals.FoundWithinADay >= 16),
            Bar("crises found within 4 days", $"{totals.Found} of {totals.Crises}", "at least 15 of 17", totals.Found >= 15),
            Bar("median delay", $"{totals.MedianDelay.TotalHours.ToString("0.00", CultureInfo.InvariantCulture)} h", "at most 1 h", totals.MedianDelay <= TimeSpan.FromHours(1)),
            Bar("false days per brand-day", totals.FalseDaysPerBrandDay.ToString("0.0000", CultureInfo.InvariantCulture), "at most 0.01", totals.FalseDaysPerBrandDay <= 0.01),
            Bar("benign surges alarmed", $"{totals.BenignAlarmed} of {totals.Benign}", "0 of 3", totals.BenignAlarmed == 0),
        ]));
    }

    private static Bar Bar(string name, string measured, string wanted, bool met) => new("events, " + name, measured, wanted, met);

    private static string Delay(EventFigures each) =>
        each.Delay is { } delay ? delay.TotalHours.ToString("0.00", CultureInfo.InvariantCulture) + " h" : each.Event.IsCrisis ? "**not**" : "no alarm";

    internal static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
