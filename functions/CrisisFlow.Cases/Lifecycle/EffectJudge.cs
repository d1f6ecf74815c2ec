using System.Globalization;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Says whether a publication helped: negative mentions per hour and risk index, before against after, on windows of
/// the same length.
/// </summary>
public static class EffectJudge
{
    /// <summary>Points of the risk index that count as a change.</summary>
    public const double IndexStep = 5;

    /// <returns>The verdict and a sentence with the figures that decided.</returns>
    public static (EffectVerdict Verdict, string Reason) Judge(
        EffectReading before,
        EffectReading after,
        EffectPlan plan
    )
    {
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"negative mentions per hour {before.NegativePerHour:0.#} before, {after.NegativePerHour:0.#} after; "
                + $"negative share {before.NegativeShare:P0} before, {after.NegativeShare:P0} after; risk index "
                + $"{before.Index:0.#} before, {after.Index:0.#} after"
        );
        if (before.Volume < plan.Floor && after.Volume < plan.Floor)
            return (
                EffectVerdict.TooFew,
                $"Too few mentions to say, {before.Volume} before and {after.Volume} after, the floor is "
                    + $"{plan.Floor}: {figures}."
            );

        var change = Change(before.NegativePerHour, after.NegativePerHour);
        var index = after.Index - before.Index;
        if (change >= plan.SmallestChange && index > -IndexStep)
            return (EffectVerdict.Worse, $"More is negative than before: {figures}.");
        if (index >= IndexStep && change > -plan.SmallestChange)
            return (EffectVerdict.Worse, $"The risk index rose: {figures}.");
        if (change <= -plan.SmallestChange && index < IndexStep)
            return (EffectVerdict.Worked, $"Less is negative than before: {figures}.");
        return index <= -IndexStep && change < plan.SmallestChange
            ? (EffectVerdict.Worked, $"The risk index fell: {figures}.")
            : (EffectVerdict.NoEffect, $"Nothing changed that counts: {figures}.");
    }

    /// <summary>Relative change, -1 to 1; from nothing to something is 1.</summary>
    private static double Change(double before, double after) =>
        before <= 0 ? (after > 0 ? 1 : 0) : Math.Clamp((after - before) / before, -1, 1);
}
