namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// What the talk would do from the one window to the other if nothing had been said: people sleep, work and have
/// weekends.
/// </summary>
/// <param name="UsualBefore">Mentions in the first window's hours on all days compared with.</param>
/// <param name="UsualAfter">The same of the second window's hours.</param>
/// <param name="Days">Earlier days of the topic that were compared with; 0 when none are alike.</param>
/// <param name="Swing">
/// How many times more, or less, is said at the one hour than at the other for no other reason than the hour: 1 at the
/// same hour of a like day; null when that is not known.
/// </param>
public sealed record EffectCourse(double UsualBefore, double UsualAfter, int Days, double? Swing)
{
    public static readonly EffectCourse Unknown = new(0, 0, 0, null);
}
