using CrisisFlow.Core.Deciding;
using Decision = CrisisFlow.Core.Deciding.Decision<
    CrisisFlow.Warnings.WarningEvent,
    CrisisFlow.Warnings.WarningRefusal
>;

namespace CrisisFlow.Warnings;

/// <summary>The life of one topic's warnings.</summary>
public static class WarningDecider
{
    /// <summary>The longest silence a person may ask for.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(366);

    public static WarningState Initial { get; } = new WarningState.Watching([], [], [], [], 0);

    public static bool IsTerminal(WarningState state) => state is WarningState.Retired;

    public static Decision Decide(WarningCommand command, WarningState state)
    {
        if (state is not WarningState.Watching watching)
            return command switch
            {
                WarningCommand.Retire => Decision.Nothing,
                WarningCommand.Watch watch => Decision.Of(new WarningEvent.TopicReturned(watch.At)),
                _ => Decision.Refuse(
                    WarningRefusal.TopicRetired,
                    "The topic is no longer monitored; its warnings cannot change."
                ),
            };
        return command switch
        {
            WarningCommand.Assess assess => Decision.Of(Assessing.Decide(assess, watching)),
            WarningCommand.Silence silence => DecideSilence(silence, watching),
            WarningCommand.EndSilence end => DecideEnd(end, watching),
            WarningCommand.Dismiss dismiss => DecideDismiss(dismiss, watching),
            WarningCommand.Retire retire => DecideRetire(retire, watching),
            WarningCommand.Watch => Decision.Nothing,
            _ => throw new InvalidOperationException($"No decision is written for {command.GetType().Name}."),
        };
    }

    public static WarningState Evolve(WarningState state, WarningEvent happened) =>
        state switch
        {
            WarningState.Watching watching => Evolving.After(watching, happened),
            WarningState.Retired retired when happened is WarningEvent.TopicReturned => new WarningState.Watching(
                [],
                [],
                [],
                [],
                retired.Count
            ),
            _ => state,
        };

    private static Decision DecideSilence(WarningCommand.Silence silence, WarningState.Watching state)
    {
        if (state.Silences.Any(known => known.Id == silence.Id))
            return Decision.Nothing;
        if (Unnamed(silence.By, silence.Why, "silence", silence.Id) is { } refused)
            return refused;
        if (silence.Until <= silence.At)
            return Decision.Refuse(
                WarningRefusal.SilenceEndsInThePast,
                $"Silence '{silence.Id}' ends at {silence.Until:u}, which is not after {silence.At:u}."
            );
        if (silence.Until - silence.At > LongestSilence)
            return Decision.Refuse(
                WarningRefusal.SilenceTooLong,
                $"Silence '{silence.Id}' lasts {(silence.Until - silence.At).TotalDays:0.#} days; the limit is "
                    + $"{LongestSilence.TotalDays:0} days."
            );
        return Decision.Of(
            new WarningEvent.SilenceBegan(silence.At, silence.Id, silence.By, silence.Why, silence.Until)
        );
    }

    private static Decision DecideEnd(WarningCommand.EndSilence end, WarningState.Watching state)
    {
        if (Unnamed(end.By, "-", "end of silence", end.Id) is { } refused)
            return refused;
        if (state.Silences.Any(silence => silence.Id == end.Id))
            return Decision.Of(new WarningEvent.SilenceEnded(end.At, end.Id, end.By));
        return Decision.Refuse(WarningRefusal.UnknownSilence, $"There is no silence '{end.Id}', or it has ended.");
    }

    private static Decision DecideDismiss(WarningCommand.Dismiss dismiss, WarningState.Watching state)
    {
        if (Unnamed(dismiss.By, dismiss.Why, "dismissal of", dismiss.Warning) is { } refused)
            return refused;
        foreach (var open in state.Open)
        {
            if (open.Id != dismiss.Warning)
                continue;
            return open.Level > dismiss.Seen
                ? Decision.Refuse(
                    WarningRefusal.RoseMeanwhile,
                    $"Warning '{open.Id}' rose to {open.Level}; it was judged at {dismiss.Seen}."
                )
                : Decision.Of(
                    new WarningEvent.Cleared(
                        dismiss.At,
                        open.Id,
                        open.Level,
                        open.Index,
                        WarningReason.Dismissed,
                        open.Story,
                        Into: null,
                        dismiss.By
                    )
                    {
                        Why = dismiss.Why,
                        Held = open.Held,
                        Untold = open.Untold,
                    }
                );
        }
        // Dismissed or cleared before: nothing is left to do. Only an id that never was is a mistake.
        return WarningId.WasGiven(dismiss.Warning, state.Count)
            ? Decision.Nothing
            : Decision.Refuse(WarningRefusal.UnknownWarning, $"There is no warning '{dismiss.Warning}'.");
    }

    private static Decision DecideRetire(WarningCommand.Retire retire, WarningState.Watching state)
    {
        if (Unnamed(retire.By, "-", "retirement of", "the topic") is { } refused)
            return refused;
        var events = new List<WarningEvent>();
        foreach (var open in state.Open)
            events.Add(
                new WarningEvent.Cleared(
                    retire.At,
                    open.Id,
                    open.Level,
                    open.Index,
                    WarningReason.Retired,
                    open.Story,
                    Into: null,
                    retire.By
                )
            );
        events.Add(new WarningEvent.TopicRetired(retire.At, retire.By));
        return Decision.Of(events);
    }

    private static Decision? Unnamed(string by, string why, string what, string id)
    {
        if (string.IsNullOrWhiteSpace(by))
            return Decision.Refuse(
                WarningRefusal.AuthorMissing,
                $"The {what} '{id}' names nobody; it needs an author."
            );
        if (string.IsNullOrWhiteSpace(why))
            return Decision.Refuse(WarningRefusal.ReasonMissing, $"The {what} '{id}' gives no reason; it needs one.");
        return null;
    }
}
