using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings.Tests.Deciding;

internal static class Samples
{
    public static readonly TopicId Topic = new("brand");

    /// <summary>A Tuesday, 12:00 in UTC+8.</summary>
    public static readonly DateTimeOffset Noon = new(2025, 3, 4, 4, 0, 0, TimeSpan.Zero);

    public static WarningSettings Settings => new();

    public static Candidate Story(
        double index,
        string title = "门店被曝使用过期食材",
        RiskCategory? risk = RiskCategory.ProductSafety,
        int voices = 1,
        bool named = true,
        bool risky = true
    ) =>
        new(
            title,
            risk,
            new RiskIndex(index, [new Term(Indicator.EventSeverity, 0.7, 0.7, index)]),
            voices,
            named,
            named && risky,
            risky,
            [new WarningEvidence(title, 0.7, voices, null)]
        )
        {
            Key = StoryKey.Of(risk, title, []),
        };

    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static WarningCommand.Assess Assess(DateTimeOffset at, params Candidate[] candidates) =>
        new(at, Topic, candidates, Settings, Shanghai);

    public static WarningCommand.Assess Assess(
        DateTimeOffset at,
        WarningSettings settings,
        params Candidate[] candidates
    ) => new(at, Topic, candidates, settings, Shanghai);
}
