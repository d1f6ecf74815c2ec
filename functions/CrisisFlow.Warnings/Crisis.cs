using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings;

/// <summary>Which stories belong to one crisis.</summary>
public static class Crisis
{
    /// <summary>
    /// Whether a crisis of <paramref name="open"/> covers a story of <paramref name="story"/>: the same category, one
    /// of the same family, or what
    /// follows from any crisis: anger at the service or at who speaks, the authorities, the courts, a boycott, an
    /// apology. A leak beside a faulty product stays a separate crisis.
    /// </summary>
    public static bool Covers(RiskCategory? open, RiskCategory? story) =>
        open is null
        || story is null
        || open == story
        || Follows(story.Value)
        || (IsProduct(open.Value) && IsProduct(story.Value))
        || (Follows(open.Value) && !IsOwnKind(story.Value));

    /// <summary>
    /// Whether a raised warning makes a case that had calmed down flare up: it is more severe than the case, or as
    /// severe and about the case's own matter.
    /// A side story of the same severity does not reopen the case: it is already warned of.
    /// </summary>
    public static bool FlaresUp(Level open, RiskCategory? of, Level raised, RiskCategory? story) =>
        raised > open
        || (raised == open && (of == story || (of is { } a && story is { } b && IsProduct(a) && IsProduct(b))));

    private static bool Follows(RiskCategory category) =>
        category
            is RiskCategory.Service
                or RiskCategory.Regulation
                or RiskCategory.Legal
                or RiskCategory.Boycott
                or RiskCategory.Rumour
                or RiskCategory.Executive
                or RiskCategory.Unclear;

    private static bool IsProduct(RiskCategory category) =>
        category
            is RiskCategory.ProductSafety
                or RiskCategory.ProductQuality
                or RiskCategory.FalseAdvertising
                or RiskCategory.Price;

    private static bool IsOwnKind(RiskCategory category) =>
        category is RiskCategory.DataLeak or RiskCategory.Labour or RiskCategory.Outage;
}
