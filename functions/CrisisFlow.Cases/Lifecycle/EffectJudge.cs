using System.Globalization;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Says whether a publication helped: negative mentions per hour against those expected at that hour, on windows of the
/// same length. Without a past of the topic's own, the rate and the negative share count only where they agree.
/// </summary>
public static class EffectJudge
{
    /// <summary>Points of the risk index that count as a change.</summary>
    public const double IndexStep = 5;

    /// <summary>
    /// Points that count while the talk stands still: more than growth, acceleration and burst add up to, which fall
    /// whenever talk goes on as before.
    /// </summary>
    private const double IndexAlone = 7.5;

    /// <summary>The negative share has to move by so much to say anything.</summary>
    private const double ShareStep = 0.05;

    /// <summary>Chance alone exceeds so many standard errors on one side once in twenty times.</summary>
    private const double Chance = 1.645;

    /// <summary>A past whose logarithm has a greater standard error says nothing.</summary>
    private const double Vague = 0.35;

    /// <summary>Within this factor hours are alike enough for the risk index to be compared by itself.</summary>
    private const double AlikeHours = 2;

    /// <returns>The verdict and a sentence with the figures that decided.</returns>
    public static (EffectVerdict Verdict, string Reason) Judge(EffectReadings readings, EffectPlan plan)
    {
        var (before, after) = (readings.Before, readings.After);
        var figures = Figures(readings, plan);
        if (before.Unread || after.Unread)
            return (
                EffectVerdict.CannotTell,
                $"Sources could not be read {(after.Unread ? "after" : "before")} it, which says nothing: {figures}."
            );
        if (before.Volume < plan.Floor && after.Volume < plan.Floor)
            return (
                EffectVerdict.TooFew,
                $"Too few mentions to say, {before.Volume} before and {after.Volume} after, the floor is "
                    + $"{plan.Floor}: {figures}."
            );

        var verdict = Compare(readings, plan);
        var than = UsualFactor(readings.Course, plan) is null ? "before" : "expected";
        return (
            verdict,
            verdict switch
            {
                EffectVerdict.Worse => $"More is negative than {than}: {figures}.",
                EffectVerdict.Worked => $"Less is negative than {than}: {figures}.",
                EffectVerdict.NoEffect => $"Nothing changed that counts: {figures}.",
                _ => $"It cannot be told at this hour: {figures}.",
            }
        );
    }

    /// <summary>
    /// Mentions of the second window's hours for each of the first's, from the topic's own days; null without enough.
    /// </summary>
    public static double? UsualFactor(EffectCourse course, EffectPlan plan) =>
        HasPast(course, plan) ? (course.UsualAfter + 0.5) / (course.UsualBefore + 0.5) : null;

    private static EffectVerdict Compare(EffectReadings readings, EffectPlan plan)
    {
        var (before, after, course) = (readings.Before, readings.After, readings.Course);
        var index = after.Index - before.Index;
        var (more, less) = (Math.Log(1 + plan.SmallestChange), Math.Log(1 - Math.Min(plan.SmallestChange, 0.99)));
        var raw = Math.Log((after.Negative + 0.5) / (before.Negative + 0.5));
        var noise = (1 / (before.Negative + 0.5)) + (1 / (after.Negative + 0.5));

        var usual = UsualFactor(course, plan);
        // In logarithms: what the hour alone may do, and how surely that is known.
        var hour = usual is { } factor ? Math.Log(factor) : 0;
        var swing = usual is null ? Math.Log(course.Swing ?? double.PositiveInfinity) : 0;
        var doubt = usual is null ? 0 : (1 / (course.UsualBefore + 0.5)) + (1 / (course.UsualAfter + 0.5));
        var change = raw - hour;
        var isSure = Math.Abs(change) > Chance * Math.Sqrt(noise + doubt);
        if (isSure && change - swing >= more && index > -IndexStep)
            return EffectVerdict.Worse;
        if (isSure && change + swing <= less && index < IndexStep)
            return EffectVerdict.Worked;

        var isKnown = swing <= Math.Log(AlikeHours) && Math.Sqrt(doubt) <= Vague;
        var isStill = change > less && change < more;
        if (isKnown && isStill && Math.Abs(hour) <= Math.Log(AlikeHours) && Math.Abs(index) >= IndexAlone)
            return index > 0 ? EffectVerdict.Worse : EffectVerdict.Worked;
        if (isKnown && swing == 0)
            return EffectVerdict.NoEffect;
        if (Together(readings, raw, noise) is var sign && sign > 0 && raw >= more && index > -IndexStep)
            return EffectVerdict.Worse;
        if (sign < 0 && raw <= less && index < IndexStep)
            return EffectVerdict.Worked;
        return isKnown && isStill ? EffectVerdict.NoEffect : EffectVerdict.CannotTell;
    }

    /// <summary>1 when rate and negative share both rose beyond chance, -1 when both fell, 0 otherwise.</summary>
    private static int Together(EffectReadings readings, double raw, double noise)
    {
        var (before, after) = (readings.Before, readings.After);
        var share = after.NegativeShare - before.NegativeShare;
        var volume = before.Volume + after.Volume;
        if (before.Volume == 0 || after.Volume == 0 || Math.Sign(raw) != Math.Sign(share))
            return 0;
        var both = (double)(before.Negative + after.Negative) / volume;
        var spread = Math.Sqrt(both * (1 - both) * ((1.0 / before.Volume) + (1.0 / after.Volume)));
        return
            Math.Abs(share) >= ShareStep
            && Math.Abs(share) > Chance * spread
            && Math.Abs(raw) > Chance * Math.Sqrt(noise)
            ? Math.Sign(share)
            : 0;
    }

    private static bool HasPast(EffectCourse course, EffectPlan plan) =>
        course.Days > 0 && Math.Max(course.UsualBefore, course.UsualAfter) >= plan.Floor;

    private static string Figures(EffectReadings readings, EffectPlan plan)
    {
        var (before, after) = (readings.Before, readings.After);
        var expected = UsualFactor(readings.Course, plan) is { } factor
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", {before.NegativePerHour * factor:0.#} expected at that hour"
            )
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"negative mentions per hour {before.NegativePerHour:0.#} before, {after.NegativePerHour:0.#} "
                + $"after{expected}; negative share {before.NegativeShare:P0} before, {after.NegativeShare:P0} after; "
                + $"risk index {before.Index:0.#} before, {after.Index:0.#} after"
        );
    }
}
