using System.Collections.Immutable;

namespace CrisisFlow.Warnings;

internal static class Evolving
{
    /// <summary>How long cleared stories and holds are remembered; no setting needs longer.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>The greatest number of holds and of past stories remembered, newest kept.</summary>
    private const int HoldsKept = 64;

    public static WarningState After(WarningState.Watching state, WarningEvent happened) =>
        happened switch
        {
            WarningEvent.Raised raised => Raise(state, raised),
            WarningEvent.Changed changed => Replace(
                state,
                changed.Warning,
                open =>
                    open with
                    {
                        Level = changed.Level,
                        Index = changed.Index,
                        LevelSince = changed.At,
                        Terms = changed.Terms,
                        Evidence = changed.Evidence,
                        Reason = changed.Reason,
                    }
            ),
            WarningEvent.Cleared cleared => Clear(state, cleared),
            WarningEvent.HeldBack held => state with { Holds = Remember(state.Holds, held) },
            WarningEvent.MailDue due => Replace(
                state,
                due.Warning,
                open => open with { MailHeld = false, Held = null, Untold = false }
            ),
            WarningEvent.SilenceBegan began => state with
            {
                Silences = state.Silences.Add(new Silence(began.Id, began.By, began.Why, began.At, began.Until)),
            },
            WarningEvent.SilenceEnded ended => state with
            {
                Silences = state.Silences.RemoveAll(silence => silence.Id == ended.Id),
            },
            WarningEvent.TopicRetired retired => new WarningState.Retired(retired.At, retired.By, state.Count),
            WarningEvent.TopicReturned => state,
            _ => throw new InvalidOperationException($"No evolution is written for {happened.GetType().Name}."),
        };

    private static WarningState.Watching Raise(WarningState.Watching state, WarningEvent.Raised raised)
    {
        var at = IndexOf(state.Open, raised.Warning);
        var known = at >= 0 ? state.Open[at] : null;
        var added = raised.Reason == WarningReason.Bundled && known is not null;
        var waits = !raised.Mail || (added && known!.MailHeld);
        var open = new OpenWarning(
            raised.Warning,
            raised.Level,
            added ? known!.Index : raised.Index,
            known?.Story ?? raised.Story,
            known?.Key.Join(raised.Key) ?? raised.Key,
            known?.Since ?? raised.At,
            raised.At,
            waits,
            added ? known!.Terms : raised.Terms,
            added ? [.. known!.Evidence, .. raised.Evidence.Take(1)] : raised.Evidence,
            added ? known!.Reason : raised.Reason
        )
        {
            Held =
                !waits ? null
                : raised.Mail ? known!.Held
                : HeldNews.Join(known?.Held, raised),
            Untold = known is not { Untold: false } && raised.Told == false,
            Flood = added ? known!.Flood : raised.Flood,
        };
        return at >= 0
            ? state with
            {
                Open = state.Open.SetItem(at, open),
            }
            : state with
            {
                Open = state.Open.Add(open),
                Count = state.Count + 1,
            };
    }

    private static WarningState.Watching Clear(WarningState.Watching state, WarningEvent.Cleared cleared)
    {
        var at = IndexOf(state.Open, cleared.Warning);
        if (at < 0)
            return state;
        var open = state.Open[at];
        var past = state
            .Past.RemoveAll(story => cleared.At - story.At > Memory)
            .Add(new PastStory(open.Key, cleared.From, cleared.At, cleared.Reason == WarningReason.Dismissed));
        if (past.Length > HoldsKept)
            past = past.RemoveRange(0, past.Length - HoldsKept);
        return state with { Open = state.Open.RemoveAt(at), Past = past };
    }

    private static WarningState.Watching Replace(
        WarningState.Watching state,
        string id,
        Func<OpenWarning, OpenWarning> change
    )
    {
        var at = IndexOf(state.Open, id);
        return at < 0 ? state : state with { Open = state.Open.SetItem(at, change(state.Open[at])) };
    }

    private static ImmutableArray<Hold> Remember(ImmutableArray<Hold> holds, WarningEvent.HeldBack held)
    {
        var kept = holds
            .RemoveAll(hold => held.At - hold.At > Memory)
            .Add(new Hold(held.Key, held.Level, held.Reason, held.At) { IsFlood = held.Flood is not null });
        return kept.Length > HoldsKept ? kept.RemoveRange(0, kept.Length - HoldsKept) : kept;
    }

    private static int IndexOf(ImmutableArray<OpenWarning> open, string id)
    {
        for (var i = 0; i < open.Length; i++)
            if (open[i].Id == id)
                return i;
        return -1;
    }
}
