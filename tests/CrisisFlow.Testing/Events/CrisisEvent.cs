using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Testing.Events;

/// <summary>One event of a catalogue, and how it is counted.</summary>
/// <param name="Names">The brand's names as the catalogue writes them, separated by |.</param>
public sealed record CrisisEvent(
    string Id,
    string Brand,
    string Names,
    bool IsCrisis,
    string Type,
    DateTimeOffset Onset,
    string Archive
)
{
    /// <summary>Days before onset that can be false.</summary>
    public const int DaysBefore = 30;

    /// <summary>A crisis counts as found, and a surge as alarmed, within this time of its onset.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(4);

    /// <summary>Calendar days are counted where the list is made: Asia/Shanghai, UTC+8 all year.</summary>
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Events of <c>catalogue.json</c> in a folder, in its order.</summary>
    public static IReadOnlyList<CrisisEvent> ReadCatalogue(string folder)
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "catalogue.json")));
        return
        [
            .. catalogue
                .RootElement.EnumerateArray()
                .Select(entry => new CrisisEvent(
                    Text(entry, "id"),
                    Text(entry, "brand"),
                    Text(entry, "brand_regex"),
                    Text(entry, "kind") == "crisis",
                    Text(entry, "type"),
                    DateTimeOffset.FromUnixTimeSeconds(entry.GetProperty("onset_epoch").GetInt64()),
                    Path.Combine(folder, Text(entry, "id") + ".jsonl")
                )),
        ];
    }

    /// <summary>Of the twenty-six that came after the word lists were written.</summary>
    public bool IsLater => Id.StartsWith('k');

    /// <summary>The topic as somebody who answers for the brand would set it up.</summary>
    public TopicSettings Topic =>
        new()
        {
            Id = Id.Replace('_', '-'),
            Name = Brand,
            Match = string.Join(" OR ", Names.Split('|').Select(name => $"\"{name}\"")),
        };

    public IEnumerable<DocumentItem> Read() =>
        ArchiveReader.ReadFile(Archive, problem => throw new InvalidDataException(problem.Message));

    /// <summary>Replays the event's archive; only the topic differs between events.</summary>
    public async Task<EventFigures> ReplayAsync(WarningSettings settings)
    {
        var lines = new List<BacktestLine>();
        var request = new BacktestRequest(new() { Topics = [Topic], Warnings = settings }, _ => SourceCategory.HotList);
        await BacktestRunner.RunAsync(Read(), request, lines.Add);
        var alarms = lines.Where(line => line.IsAlarm).ToList();
        return new EventFigures(
            this,
            alarms.FirstOrDefault(alarm => alarm.At >= Onset && alarm.At <= Onset + Span),
            [.. alarms.Where(IsBefore).DistinctBy(alarm => alarm.At.ToOffset(Shanghai).Date)],
            [.. alarms.Where(alarm => alarm.At > Onset + Span)]
        );
    }

    private bool IsBefore(BacktestLine alarm) => alarm.At < Onset && alarm.At >= Onset.AddDays(-DaysBefore);

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}

/// <summary>What one event's replay came to.</summary>
/// <param name="Found">The first orange or red raised from onset on, within four days; null when there is none.</param>
/// <param name="FalseDays">The first orange or red of each calendar day before onset.</param>
/// <param name="Later">Orange or red raised after the four days; counted nowhere, told for honesty.</param>
public sealed record EventFigures(
    CrisisEvent Event,
    BacktestLine? Found,
    IReadOnlyList<BacktestLine> FalseDays,
    IReadOnlyList<BacktestLine> Later
)
{
    /// <summary>From onset; null when not found.</summary>
    public TimeSpan? Delay => Found is null ? null : Found.At - Event.Onset;
}

/// <summary>All events together.</summary>
public sealed record EventTotals(IReadOnlyList<EventFigures> Events)
{
    public int Crises => Events.Count(each => each.Event.IsCrisis);

    public int Found => Events.Count(each => each is { Event.IsCrisis: true, Found: not null });

    public int FoundWithinADay => Events.Count(each => each.Event.IsCrisis && each.Delay <= TimeSpan.FromHours(24));

    /// <summary>Of the crises that were found; of an even number the later of the middle two.</summary>
    public TimeSpan MedianDelay =>
        Events
            .Where(each => each is { Event.IsCrisis: true, Delay: not null })
            .Select(each => each.Delay!.Value)
            .Order()
            .ToList()
            is { Count: > 0 } delays
            ? delays[delays.Count / 2]
            : TimeSpan.MaxValue;

    public int FalseDays => Events.Sum(each => each.FalseDays.Count);

    /// <summary>Days before onset that could be false.</summary>
    public int BrandDays => Events.Count * CrisisEvent.DaysBefore;

    public double FalseDaysPerBrandDay => FalseDays / (double)BrandDays;

    public int Benign => Events.Count(each => !each.Event.IsCrisis);

    public int BenignAlarmed => Events.Count(each => each is { Event.IsCrisis: false, Found: not null });
}
