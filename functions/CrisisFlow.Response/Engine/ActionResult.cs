using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>What an effect's answer makes of the case and of the effect's row.</summary>
internal static class ActionResult
{
    public static (LoadedCase After, ActionOutcome Outcome) Of(
        LoadedCase loaded,
        PendingAction pending,
        ActionAnswer answer,
        DateTimeOffset now
    )
    {
        switch (answer)
        {
            case ActionAnswer.ForNow failed when pending.Tries + 1 < Backoff.Tries:
                var retryAt = now + Backoff.After(pending.Tries + 1, failed.RetryAfter);
                var retried = pending with { Tries = pending.Tries + 1, RetryAt = retryAt };
                var head = loaded.Head with
                {
                    Pending = [.. loaded.Head.Pending.Select(p => p == pending ? retried : p)],
                };
                return (loaded with { Head = head }, new ActionOutcome.FailedForNow(retryAt, failed.Reason));
            case ActionAnswer.ForNow failed:
                return GiveUp(
                    loaded,
                    pending,
                    $"Tried {Backoff.Tries} times; the last answer was: {failed.Reason}",
                    now
                );
            case ActionAnswer.ForGood failed:
                return GiveUp(loaded, pending, failed.Reason, now);
            default:
                return (Tell(loaded, pending, ((ActionAnswer.Performed)answer).Result), new ActionOutcome.Done());
        }
    }

    public static EntityProperties Row(
        PendingAction pending,
        ActionOutcome outcome,
        ActionAnswer answer,
        DateTimeOffset now
    )
    {
        var row = new EntityProperties
        {
            { "State", outcome.GetType().Name },
            { "Tries", pending.Tries + 1L },
            { "At", now },
            { "RetryAt", (outcome as ActionOutcome.FailedForNow)?.RetryAt },
        };
        row.AddLong(
            "Answer",
            answer switch
            {
                ActionAnswer.Performed performed => performed.Receipt,
                ActionAnswer.ForNow failed => failed.Reason,
                ActionAnswer.ForGood failed => failed.Reason,
                _ => "",
            }
        );
        row.AddLong("Json", CaseJson.Write(pending.Action));
        return row;
    }

    private static (LoadedCase, ActionOutcome) GiveUp(
        LoadedCase loaded,
        PendingAction pending,
        string reason,
        DateTimeOffset now
    )
    {
        CaseCommand result = pending.Action switch
        {
            CaseAction.Publish publish => new CaseCommand.RecordPublicationFailure(now, publish.Publication, reason),
            CaseAction.Measure measure => new CaseCommand.RecordMeasurementFailure(now, measure.Number, reason),
            CaseAction.SendMail mail => new CaseCommand.RecordMailFailure(now, mail.Id, mail.To, reason),
            _ => throw new InvalidOperationException($"No failure is written for {pending.Action.GetType().Name}."),
        };
        return (Tell(loaded, pending, result), new ActionOutcome.FailedForGood(reason));
    }

    /// <summary>The effect is no longer pending; the case decides what its result means.</summary>
    private static LoadedCase Tell(LoadedCase loaded, PendingAction pending, CaseCommand? result)
    {
        var done = loaded with
        {
            Head = loaded.Head with { Pending = [.. loaded.Head.Pending.Where(p => p != pending)] },
        };
        return
            result is not null
            && CaseDecider.Decide(result, done.State) is Decision<CaseEvent, CaseRefusal>.Accepted accepted
            ? done.With(accepted.Events)
            : done;
    }
}
