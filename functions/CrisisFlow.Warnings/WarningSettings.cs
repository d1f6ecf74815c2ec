using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Warnings;

/// <summary>
/// When to warn; weights are shares of the 100 points a risk index can have, so together they need not be 100.
/// One set for every topic; <c>warnings.NAME</c> in settings and in <c>--set</c>.
/// </summary>
public sealed record WarningSettings
{
    /// <summary>Risk index from which a warning is blue. Points, 0 to 100; default 12.</summary>
    [Range(0.0, 100.0)] public double EnterBlue { get; set; } = 12;

    /// <summary>Risk index below which a blue warning clears. Points, 0 to 100; default 8.</summary>
    [Range(0.0, 100.0)] public double LeaveBlue { get; set; } = 8;

    /// <summary>Risk index from which a warning is yellow. Points, 0 to 100; default 28.</summary>
    [Range(0.0, 100.0)] public double EnterYellow { get; set; } = 28;

    /// <summary>Risk index below which a yellow warning sinks. Points, 0 to 100; default 20.</summary>
    [Range(0.0, 100.0)] public double LeaveYellow { get; set; } = 20;

    /// <summary>Risk index from which a warning is orange. Points, 0 to 100; default 43.5.</summary>
    [Range(0.0, 100.0)] public double EnterOrange { get; set; } = 43.5;

    /// <summary>Risk index below which an orange warning sinks. Points, 0 to 100; default 34.</summary>
    [Range(0.0, 100.0)] public double LeaveOrange { get; set; } = 34;

    /// <summary>Risk index from which a warning is red. Points, 0 to 100; default 70.</summary>
    [Range(0.0, 100.0)] public double EnterRed { get; set; } = 70;

    /// <summary>Risk index below which a red warning sinks. Points, 0 to 100; default 58.</summary>
    [Range(0.0, 100.0)] public double LeaveRed { get; set; } = 58;

    /// <summary>
    /// Floor of samples: mentions of a story in the long window below which nothing is raised, unless a hot list names the story.
    /// Mentions, 1 to 10000; default 5.
    /// </summary>
    [Range(1.0, 10_000.0)] public double Floor { get; set; } = 5;

    /// <summary>News reports that count as the floor. Reports, 1 to 1000; default 2.</summary>
    [Range(1.0, 1_000.0)] public double NewsFloor { get; set; } = 2;

    /// <summary>How long a level stays before it may sink, and a cleared story before it may be raised again. Minutes, 0 to 10080; default 360.</summary>
    [Range(0.0, 10_080.0)] public double CoolDown { get; set; } = 360;

    /// <summary>How long a dismissed story stays quiet. Hours, 0 to 720; default 72.</summary>
    [Range(0.0, 720.0)] public double DismissFor { get; set; } = 72;

    /// <summary>The hour at which quiet hours begin, in the brand's time zone; equal to the end means none. Hour of day, 0 to 24; default 0.</summary>
    [Range(0.0, 24.0)] public double QuietFrom { get; set; }

    /// <summary>The hour at which quiet hours end. Hour of day, 0 to 24; default 0.</summary>
    [Range(0.0, 24.0)] public double QuietUntil { get; set; }

    /// <summary>The level from which a warning asks for a case. 1 (blue) to 4 (red); default 3 (orange).</summary>
    [Range(1.0, 4.0)] public double OpenCaseAt { get; set; } = 3;

    /// <summary>The level from which a warning is mailed. 1 (blue) to 4 (red); default 2 (yellow).</summary>
    [Range(1.0, 4.0)] public double MailAt { get; set; } = 2;

    /// <summary>The long window: events, hits, entries, authors, share. Hours, 1 to 72; default 24.</summary>
    [Range(1.0, 72.0)] public double LongWindow { get; set; } = 24;

    /// <summary>The short window: growth, acceleration, burst. Minutes, 10 to 240; default 60.</summary>
    [Range(10.0, 240.0)] public double ShortWindow { get; set; } = 60;

    /// <summary>Days a burst and a drift are measured against. Days, 1 to 28; default 14.</summary>
    [Range(1.0, 28.0)] public double BaselineDays { get; set; } = 14;

    /// <summary>Severity from which an event counts as grave. 0 to 1; default 0.5.</summary>
    [Range(0.0, 1.0)] public double GraveFrom { get; set; } = 0.5;

    /// <summary>Severity a story keeps when only voices tell it and neither a hot list nor the news. 0 to 1; default 0.5.</summary>
    [Range(0.0, 1.0)] public double VoiceShare { get; set; } = 0.5;

    /// <summary>Share of <see cref="Indicator.EventSeverity"/> in the risk index. 0 to 100; default 60.</summary>
    [Range(0.0, 100.0)] public double WeightEventSeverity { get; set; } = 60;

    /// <summary>Share of <see cref="Indicator.RiskHits"/> in the risk index. 0 to 100; default 8.</summary>
    [Range(0.0, 100.0)] public double WeightRiskHits { get; set; } = 8;

    /// <summary>Share of <see cref="Indicator.HotList"/> in the risk index. 0 to 100; default 8.</summary>
    [Range(0.0, 100.0)] public double WeightHotList { get; set; } = 8;

    /// <summary>Share of <see cref="Indicator.MediaFrequency"/> in the risk index. 0 to 100; default 3.</summary>
    [Range(0.0, 100.0)] public double WeightMediaFrequency { get; set; } = 3;

    /// <summary>Share of <see cref="Indicator.Volume"/> in the risk index. 0 to 100; default 2.</summary>
    [Range(0.0, 100.0)] public double WeightVolume { get; set; } = 2;

    /// <summary>Share of <see cref="Indicator.NegativeCount"/> in the risk index. 0 to 100; default 3.</summary>
    [Range(0.0, 100.0)] public double WeightNegativeCount { get; set; } = 3;

    /// <summary>Share of <see cref="Indicator.NegativeShare"/> in the risk index. 0 to 100; default 5.</summary>
    [Range(0.0, 100.0)] public double WeightNegativeShare { get; set; } = 5;

    /// <summary>Share of <see cref="Indicator.NegativeGrowth"/> in the risk index. 0 to 100; default 4.</summary>
    [Range(0.0, 100.0)] public double WeightNegativeGrowth { get; set; } = 4;

    /// <summary>Share of <see cref="Indicator.Acceleration"/> in the risk index. 0 to 100; default 1.</summary>
    [Range(0.0, 100.0)] public double WeightAcceleration { get; set; } = 1;

    /// <summary>Share of <see cref="Indicator.Burst"/> in the risk index. 0 to 100; default 2.</summary>
    [Range(0.0, 100.0)] public double WeightBurst { get; set; } = 2;

    /// <summary>Share of <see cref="Indicator.Reach"/> in the risk index. 0 to 100; default 1.</summary>
    [Range(0.0, 100.0)] public double WeightReach { get; set; } = 1;

    /// <summary>Share of <see cref="Indicator.UniqueAuthors"/> in the risk index. 0 to 100; default 0.5.</summary>
    [Range(0.0, 100.0)] public double WeightUniqueAuthors { get; set; } = 0.5;

    /// <summary>Share of <see cref="Indicator.HighFollowerAuthors"/> in the risk index. 0 to 100; default 0.5.</summary>
    [Range(0.0, 100.0)] public double WeightHighFollowerAuthors { get; set; } = 0.5;

    /// <summary>Share of <see cref="Indicator.Platforms"/> in the risk index. 0 to 100; default 1.</summary>
    [Range(0.0, 100.0)] public double WeightPlatforms { get; set; } = 1;

    /// <summary>Share of <see cref="Indicator.SentimentDrift"/> in the risk index. 0 to 100; default 1.</summary>
    [Range(0.0, 100.0)] public double WeightSentimentDrift { get; set; } = 1;

    /// <summary>Risk index to enter a level; 0 for <see cref="Level.None"/>.</summary>
    public double Enter(Level level) => level switch
    {
        Level.Blue => EnterBlue,
        Level.Yellow => EnterYellow,
        Level.Orange => EnterOrange,
        Level.Red => EnterRed,
        _ => 0,
    };

    /// <summary>Risk index below which a level is left; 0 for <see cref="Level.None"/>.</summary>
    public double Leave(Level level) => level switch
    {
        Level.Blue => LeaveBlue,
        Level.Yellow => LeaveYellow,
        Level.Orange => LeaveOrange,
        Level.Red => LeaveRed,
        _ => 0,
    };
}
