using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Warnings;

/// <summary>
/// When to warn. One set for every topic; <c>warnings.NAME</c> in settings and in <c>--set</c>. The declarations here
/// and the weights of <see cref="Indicator.All"/> are all there is: <see cref="WarningSetting.All"/>, schema, docs and
/// Bicep parameters follow from them.
/// </summary>
public sealed class WarningSettings
{
    private readonly double[] _weights = [.. Indicator.All.Select(indicator => indicator.DefaultWeight)];

    [Description("Risk index at or above which a warning is blue, in points.")]
    [Range(0.0, 100.0)]
    public double EnterBlue { get; set; } = 12;

    [Description("Risk index below which a blue warning clears, in points.")]
    [Range(0.0, 100.0)]
    public double LeaveBlue { get; set; } = 8;

    [Description("Risk index at or above which a warning is yellow, in points.")]
    [Range(0.0, 100.0)]
    public double EnterYellow { get; set; } = 28;

    [Description("Risk index below which a yellow warning is lowered, in points.")]
    [Range(0.0, 100.0)]
    public double LeaveYellow { get; set; } = 20;

    [Description("Risk index at or above which a warning is orange, in points.")]
    [Range(0.0, 100.0)]
    public double EnterOrange { get; set; } = 43.5;

    [Description("Risk index below which an orange warning is lowered, in points.")]
    [Range(0.0, 100.0)]
    public double LeaveOrange { get; set; } = 34;

    [Description("Risk index at or above which a warning is red, in points.")]
    [Range(0.0, 100.0)]
    public double EnterRed { get; set; } = 70;

    [Description("Risk index below which a red warning is lowered, in points.")]
    [Range(0.0, 100.0)]
    public double LeaveRed { get; set; } = 58;

    [Description(
        "Minimum people and reports that tell a story in the long window to raise a warning, each counted once, "
            + "unless it is on a hot list."
    )]
    [Range(1.0, 10_000.0)]
    public double Floor { get; set; } = 5;

    [Description("Different news reports that satisfy the minimum on their own.")]
    [Range(1.0, 1_000.0)]
    public double NewsFloor { get; set; } = 2;

    [Description(
        "How long before a level can be lowered and before a cleared story can be raised again, " + "in minutes."
    )]
    [Range(0.0, 10_080.0)]
    public double CoolDown { get; set; } = 360;

    [Description("How long a dismissed story stays suppressed, in hours.")]
    [Range(0.0, 720.0)]
    public double DismissFor { get; set; } = 72;

    [Description("Hour of the day when quiet hours start, in the brand's time zone; same as the end = none.")]
    [Range(0.0, 24.0)]
    public double QuietFrom { get; set; }

    [Description("Hour of the day when quiet hours end.")]
    [Range(0.0, 24.0)]
    public double QuietUntil { get; set; }

    [Description("Lowest level that opens a case: 1 (blue) to 4 (red).")]
    [Range(1.0, 4.0)]
    public double OpenCaseAt { get; set; } = 3;

    [Description("Lowest level that is mailed: 1 (blue) to 4 (red).")]
    [Range(1.0, 4.0)]
    public double MailAt { get; set; } = 2;

    [Description("The long window, for events, hits, entries, authors and shares, in hours.")]
    [Range(1.0, 72.0)]
    public double LongWindow { get; set; } = 24;

    [Description("The short window, for growth, acceleration and bursts, in minutes.")]
    [Range(10.0, 240.0)]
    public double ShortWindow { get; set; } = 60;

    [Description("Days of history that bursts and drift are compared with.")]
    [Range(1.0, 28.0)]
    public double BaselineDays { get; set; } = 14;

    [Description("Severity at or above which an event is serious.")]
    [Range(0.0, 1.0)]
    public double GraveFrom { get; set; } = 0.5;

    [Description("Fraction of its severity a story keeps while neither a hot list nor the news carries it.")]
    [Range(0.0, 1.0)]
    public double VoiceShare { get; set; } = 0.5;

    /// <summary>Share of an indicator in the risk index. Shares need not add up to 100: they are scaled.</summary>
    public double Weight(Indicator indicator) => _weights[indicator.Order];

    /// <param name="weight">0 to 100.</param>
    public void SetWeight(Indicator indicator, double weight) => _weights[indicator.Order] = weight;

    /// <summary>Risk index to enter a level; 0 for <see cref="Level.None"/>.</summary>
    public double Enter(Level level) =>
        level switch
        {
            Level.Blue => EnterBlue,
            Level.Yellow => EnterYellow,
            Level.Orange => EnterOrange,
            Level.Red => EnterRed,
            _ => 0,
        };

    /// <summary>Risk index below which a level is left; 0 for <see cref="Level.None"/>.</summary>
    public double Leave(Level level) =>
        level switch
        {
            Level.Blue => LeaveBlue,
            Level.Yellow => LeaveYellow,
            Level.Orange => LeaveOrange,
            Level.Red => LeaveRed,
            _ => 0,
        };
}
