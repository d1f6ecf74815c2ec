namespace CrisisFlow.Core.Warnings;

/// <summary>The life of one topic's warnings.</summary>
public static class WarningDecider
{
    /// <summary>The longest silence a person may ask for.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(366);

    public static WarningState Initial { get; } = new WarningState.Watching([], [], [], [], 0);

    public static bool IsTerminal(WarningState state) => state is WarningState.Retired;

    public static WarningDecision Decide(WarningCommand command, WarningState state)
    {
        if (state is not WarningState.Watching watching)
            return command is WarningCommand.Retire ? Done : Refused(WarningRefusal.TopicRetired);
        return command switch
        {
            WarningCommand.Assess assess => new WarningDecision.Accepted(Assessing.Decide(assess, watching)),
            WarningCommand.Silence silence => DecideSilence(silence, watching),
            WarningCommand.EndSilence end => DecideEnd(end, watching),
            WarningCommand.Dismiss dismiss => DecideDismiss(dismiss, watching),
            WarningCommand.Retire retire => DecideRetire(retire, watching),
            _ => throw new InvalidOperationException($"No decision is written for {command.GetType().Name}."),
        };
    }

    public static WarningState Evolve(WarningState state, WarningEvent happened) =>
        state is WarningState.Watching watching ? Evolving.After(watching, happened) : state;

    private static readonly WarningDecision Done = new WarningDecision.Accepted([]);

    private static WarningDecision Refused(WarningRefusal reason) => new WarningDecision.Refused(reason);

    private static WarningDecision.Accepted Accepted(params WarningEvent[] events) => new(events);

    private static WarningDecision DecideSilence(WarningCommand.Silence silence, WarningState.Watching state)
    {
        if (state.Silences.Any(known => known.Id == silence.Id)) return Done;
        if (string.IsNullOrWhiteSpace(silence.By)) return Refused(WarningRefusal.AuthorMissing);
        if (string.IsNullOrWhiteSpace(silence.Why)) return Refused(WarningRefusal.ReasonMissing);
        if (silence.Until <= silence.At) return Refused(WarningRefusal.SilenceEndsInThePast);
        if (silence.Until - silence.At > LongestSilence) return Refused(WarningRefusal.SilenceTooLong);
        return Accepted(new WarningEvent.SilenceBegan(silence.At, silence.Id, silence.By, silence.Why, silence.Until));
    }

    private static WarningDecision DecideEnd(WarningCommand.EndSilence end, WarningState.Watching state)
    {
        if (string.IsNullOrWhiteSpace(end.By)) return Refused(WarningRefusal.AuthorMissing);
        foreach (var silence in state.Silences)
        {
            if (silence.Id != end.Id) continue;
            return silence.Until <= end.At ? Done : Accepted(new WarningEvent.SilenceEnded(end.At, end.Id, end.By));
        }
        return Refused(WarningRefusal.UnknownSilence);
    }

    private static WarningDecision DecideDismiss(WarningCommand.Dismiss dismiss, WarningState.Watching state)
    {
        if (string.IsNullOrWhiteSpace(dismiss.By)) return Refused(WarningRefusal.AuthorMissing);
        if (string.IsNullOrWhiteSpace(dismiss.Why)) return Refused(WarningRefusal.ReasonMissing);
        foreach (var open in state.Open)
        {
            if (open.Id == dismiss.Warning)
                return Accepted(new WarningEvent.Cleared(
                    dismiss.At, open.Id, open.Level, open.Index, WarningReason.Dismissed, open.Story, Into: null, dismiss.By) { Why = dismiss.Why });
        }
        // Dismissed or cleared before: nothing is left to do. Only an id that never was is a mistake.
        return WarningId.WasGiven(dismiss.Warning, state.Count) ? Done : Refused(WarningRefusal.UnknownWarning);
    }

    private static WarningDecision.Accepted DecideRetire(WarningCommand.Retire retire, WarningState.Watching state)
    {
        var events = new List<WarningEvent>();
        foreach (var open in state.Open)
            events.Add(new WarningEvent.Cleared(
                retire.At, open.Id, open.Level, open.Index, WarningReason.Retired, open.Story, Into: null, retire.By));
        events.Add(new WarningEvent.TopicRetired(retire.At, retire.By));
        return new(events);
    }
}
