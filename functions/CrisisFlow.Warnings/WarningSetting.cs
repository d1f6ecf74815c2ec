namespace CrisisFlow.Warnings;

/// <summary>One warning setting by its name.</summary>
/// <param name="Least">Inclusive.</param>
/// <param name="Most">Inclusive.</param>
public sealed record WarningSetting(
    string Name, double Least, double Most, Func<WarningSettings, double> Get, Action<WarningSettings, double> Set)
{
    /// <summary>The name as settings files write it, within their section.</summary>
    public string Key => char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>Every setting, in the order of <see cref="WarningSettings"/>; a test holds both together.</summary>
    public static readonly IReadOnlyList<WarningSetting> All =
    [
        new("EnterBlue", 0, 100, s => s.EnterBlue, (s, v) => s.EnterBlue = v),
        new("LeaveBlue", 0, 100, s => s.LeaveBlue, (s, v) => s.LeaveBlue = v),
        new("EnterYellow", 0, 100, s => s.EnterYellow, (s, v) => s.EnterYellow = v),
        new("LeaveYellow", 0, 100, s => s.LeaveYellow, (s, v) => s.LeaveYellow = v),
        new("EnterOrange", 0, 100, s => s.EnterOrange, (s, v) => s.EnterOrange = v),
        new("LeaveOrange", 0, 100, s => s.LeaveOrange, (s, v) => s.LeaveOrange = v),
        new("EnterRed", 0, 100, s => s.EnterRed, (s, v) => s.EnterRed = v),
        new("LeaveRed", 0, 100, s => s.LeaveRed, (s, v) => s.LeaveRed = v),
        new("Floor", 1, 10_000, s => s.Floor, (s, v) => s.Floor = v),
        new("NewsFloor", 1, 1_000, s => s.NewsFloor, (s, v) => s.NewsFloor = v),
        new("CoolDown", 0, 10_080, s => s.CoolDown, (s, v) => s.CoolDown = v),
        new("DismissFor", 0, 720, s => s.DismissFor, (s, v) => s.DismissFor = v),
        new("QuietFrom", 0, 24, s => s.QuietFrom, (s, v) => s.QuietFrom = v),
        new("QuietUntil", 0, 24, s => s.QuietUntil, (s, v) => s.QuietUntil = v),
        new("OpenCaseAt", 1, 4, s => s.OpenCaseAt, (s, v) => s.OpenCaseAt = v),
        new("MailAt", 1, 4, s => s.MailAt, (s, v) => s.MailAt = v),
        new("LongWindow", 1, 72, s => s.LongWindow, (s, v) => s.LongWindow = v),
        new("ShortWindow", 10, 240, s => s.ShortWindow, (s, v) => s.ShortWindow = v),
        new("BaselineDays", 1, 28, s => s.BaselineDays, (s, v) => s.BaselineDays = v),
        new("GraveFrom", 0, 1, s => s.GraveFrom, (s, v) => s.GraveFrom = v),
        new("VoiceShare", 0, 1, s => s.VoiceShare, (s, v) => s.VoiceShare = v),
        new("WeightEventSeverity", 0, 100, s => s.WeightEventSeverity, (s, v) => s.WeightEventSeverity = v),
        new("WeightRiskHits", 0, 100, s => s.WeightRiskHits, (s, v) => s.WeightRiskHits = v),
        new("WeightHotList", 0, 100, s => s.WeightHotList, (s, v) => s.WeightHotList = v),
        new("WeightMediaFrequency", 0, 100, s => s.WeightMediaFrequency, (s, v) => s.WeightMediaFrequency = v),
        new("WeightVolume", 0, 100, s => s.WeightVolume, (s, v) => s.WeightVolume = v),
        new("WeightNegativeCount", 0, 100, s => s.WeightNegativeCount, (s, v) => s.WeightNegativeCount = v),
        new("WeightNegativeShare", 0, 100, s => s.WeightNegativeShare, (s, v) => s.WeightNegativeShare = v),
        new("WeightNegativeGrowth", 0, 100, s => s.WeightNegativeGrowth, (s, v) => s.WeightNegativeGrowth = v),
        new("WeightAcceleration", 0, 100, s => s.WeightAcceleration, (s, v) => s.WeightAcceleration = v),
        new("WeightBurst", 0, 100, s => s.WeightBurst, (s, v) => s.WeightBurst = v),
        new("WeightReach", 0, 100, s => s.WeightReach, (s, v) => s.WeightReach = v),
        new("WeightUniqueAuthors", 0, 100, s => s.WeightUniqueAuthors, (s, v) => s.WeightUniqueAuthors = v),
        new("WeightHighFollowerAuthors", 0, 100, s => s.WeightHighFollowerAuthors, (s, v) => s.WeightHighFollowerAuthors = v),
        new("WeightPlatforms", 0, 100, s => s.WeightPlatforms, (s, v) => s.WeightPlatforms = v),
        new("WeightSentimentDrift", 0, 100, s => s.WeightSentimentDrift, (s, v) => s.WeightSentimentDrift = v),
    ];

    /// <summary>By name, whatever its case; null when there is none.</summary>
    public static WarningSetting? Find(string name)
    {
        foreach (var setting in All)
            if (string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase))
                return setting;
        return null;
    }
}
