using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Reviews;

/// <summary>
/// A change of a warning setting that experience speaks for. Never applied by itself: a person changes settings.
/// </summary>
/// <param name="Setting">Name in <see cref="WarningSettings"/>.</param>
/// <param name="Level">The level the setting lets in.</param>
public sealed record ThresholdProposal(
    string Setting,
    Level Level,
    double From,
    double To,
    ProposalReason Reason,
    ProposalCounts Counts
);

/// <summary>The counts behind a proposal.</summary>
/// <param name="Mended">
/// Warnings that were nothing and would not have been raised; or true cases that would have been raised in time.
/// </param>
/// <param name="Of">Of how many.</param>
/// <param name="Other">
/// True ones of the level, none of them lost; or ones that were nothing and would be raised too.
/// </param>
public sealed record ProposalCounts(int Mended, int Of, int Other);

/// <summary>Why a change is proposed. A closed set.</summary>
public enum ProposalReason
{
    /// <summary>Warnings of this level were mostly nothing, and none that was true would be lost.</summary>
    TooManyFalse,

    /// <summary>True cases began below this level and were re-graded to it by people.</summary>
    RaisedTooLate,
}

/// <summary>A warning that was judged.</summary>
/// <param name="Level">Highest level it had.</param>
/// <param name="Index">Risk index when it reached that level, 0 to 100.</param>
/// <param name="WasTrue">False when it was dismissed, or its case was nothing or a misunderstanding.</param>
public sealed record JudgedWarning(Level Level, double Index, bool WasTrue);

/// <summary>Proposals from ended cases and judged warnings.</summary>
public static class ThresholdProposals
{
    /// <summary>Fewer examples than this prove nothing.</summary>
    public const int LeastExamples = 5;

    /// <summary>Points that one proposal moves a threshold at most.</summary>
    public const double LargestStep = 10;

    /// <summary>Points kept between a threshold and the nearest example.</summary>
    private const double Margin = 0.5;

    private static readonly (Level Level, string Setting)[] Thresholds =
    [
        (Level.Yellow, nameof(WarningSettings.EnterYellow)),
        (Level.Orange, nameof(WarningSettings.EnterOrange)),
        (Level.Red, nameof(WarningSettings.EnterRed)),
    ];

    /// <param name="warnings">
    /// Judged warnings without a case; those with one are taken from <paramref name="cases"/>.
    /// </param>
    public static IReadOnlyList<ThresholdProposal> From(
        IReadOnlyList<LibraryEntry> cases,
        IReadOnlyList<JudgedWarning> warnings,
        WarningSettings settings
    )
    {
        var judged = cases
            .Where(c => c.WasTrue is not null)
            .Select(c => new JudgedWarning(c.Opened, c.Index, c.WasTrue == true))
            .Concat(warnings)
            .ToList();
        var proposals = new List<ThresholdProposal>();
        foreach (var (level, name) in Thresholds)
        {
            if (WarningSetting.Find(name)?.Get(settings) is not { } now)
                continue;
            if ((Raise(judged, level, name, now) ?? Lower(cases, judged, level, name, now)) is { } proposal)
                proposals.Add(proposal);
        }

        return proposals;
    }

    /// <summary>Up to just below the lowest true one of the level.</summary>
    private static ThresholdProposal? Raise(List<JudgedWarning> judged, Level level, string name, double now)
    {
        var here = judged.Where(w => w.Level == level && w.Index >= now).ToList();
        var lowestTrue = here.Where(w => w.WasTrue).Select(w => (double?)w.Index).Min();
        var to = Math.Floor(Math.Min((lowestTrue ?? double.MaxValue) - Margin, now + LargestStep) * 2) / 2;
        var spared = here.Count(w => !w.WasTrue && w.Index < to);
        if (spared < LeastExamples || to <= now || to > 100)
            return null;
        return new ThresholdProposal(
            name,
            level,
            now,
            to,
            ProposalReason.TooManyFalse,
            new ProposalCounts(spared, here.Count(w => !w.WasTrue), here.Count(w => w.WasTrue))
        );
    }

    /// <summary>
    /// Down to just below those that people re-graded to the level, if that brings fewer false ones than it finds.
    /// </summary>
    private static ThresholdProposal? Lower(
        IReadOnlyList<LibraryEntry> cases,
        List<JudgedWarning> judged,
        Level level,
        string name,
        double now
    )
    {
        var late = cases
            .Where(c =>
                c.WasTrue == true
                && c.Opened < level
                && c.Level >= level
                && c.Index < now
                && c.Index >= now - LargestStep + Margin
            )
            .ToList();
        if (late.Count < LeastExamples)
            return null;
        var to = Math.Floor((late.Min(c => c.Index) - Margin) * 2) / 2;
        var added = judged.Count(w => !w.WasTrue && w.Level < level && w.Index >= to && w.Index < now);
        if (added >= late.Count || to <= 0)
            return null;
        return new ThresholdProposal(
            name,
            level,
            now,
            to,
            ProposalReason.RaisedTooLate,
            new ProposalCounts(late.Count, late.Count, added)
        );
    }
}
