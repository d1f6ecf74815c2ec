using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// When things are due. A deadline lies at least a second ahead, so that passing time always moves on.
/// </summary>
internal static class Deadlines
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any setting allows; keeps sums inside the calendar.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromDays(3650);

    public static DateTimeOffset After(DateTimeOffset at, TimeSpan span, double factor = 1)
    {
        var ticks = span.Ticks * (double.IsFinite(factor) && factor > 0 ? factor : 1);
        var clamped = TimeSpan.FromTicks((long)Math.Clamp(ticks, Least.Ticks, Most.Ticks));
        return at < DateTimeOffset.MaxValue - clamped ? at + clamped : DateTimeOffset.MaxValue;
    }

    public static DateTimeOffset After(Turn turn, TimeSpan span) =>
        After(turn.At, span, turn.File.Playbook.Factors.Of(turn.File.Level));

    public static DateTimeOffset Reminder(Playbook playbook, DateTimeOffset at, DateTimeOffset due) =>
        at + ((due - at) * (playbook.ReminderAt is > 0 and < 1 ? playbook.ReminderAt : 0.5));

    /// <summary>When the holding statement goes out by itself; null when it does not.</summary>
    public static DateTimeOffset? Holding(CaseFile file, PhaseState phase) =>
        phase is PhaseState.Facts or PhaseState.Draft or PhaseState.Approval
        && file
            is {
                Holding: null,
                ApprovedVersion: null,
                Triage.Verdict: TriageVerdict.Confirmed or TriageVerdict.Malicious
            }
        && file.Playbook.Holding is { Usable: true, After: { } after }
            ? After(file.Triage.At, after, file.Playbook.Factors.Of(file.Level))
            : null;

    public static DateTimeOffset? Next(CaseState state)
    {
        if (state is not CaseState.Open(var file, var phase))
            return null;
        DateTimeOffset? next = null;
        foreach (var task in file.Tasks)
            next = Earlier(next, task.NextAt);
        next = Earlier(next, Holding(file, phase));
        return phase is PhaseState.Effect effect ? Earlier(next, effect.Next) : next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
