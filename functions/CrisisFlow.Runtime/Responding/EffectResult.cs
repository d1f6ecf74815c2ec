using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>What an effect's answer makes of the case and of the effect's row.</summary>
internal static class EffectResult
{
    public static (LoadedCase After, EffectOutcome Outcome) Of(LoadedCase loaded, PendingEffect pending, EffectAnswer answer, DateTimeOffset now)
    {
        switch (answer)
        {
            case EffectAnswer.ForNow failed when pending.Tries + 1 < Backoff.Tries:
                var retryAt = now + Backoff.After(pending.Tries + 1, failed.RetryAfter);
                var retried = pending with { Tries = pending.Tries + 1, RetryAt = retryAt };
                var head = loaded.Head with { Pending = [.. loaded.Head.Pending.Select(p => p == pending ? retried : p)] };
                return (loaded with { Head = head }, new EffectOutcome.FailedForNow(retryAt, failed.Reason));
            case EffectAnswer.ForNow failed:
                return GiveUp(loaded, pending, $"Tried {Backoff.Tries} times; the last answer was: {failed.Reason}", now);
            case EffectAnswer.ForGood failed:
                return GiveUp(loaded, pending, failed.Reason, now);
            default:
                return (Tell(loaded, pending, ((EffectAnswer.Performed)answer).Result), new EffectOutcome.Done());
        }
    }

    public static EntityProperties Row(PendingEffect pending, EffectOutcome outcome, EffectAnswer answer, DateTimeOffset now)
    {
        var row = new EntityProperties
        {
            { "State", outcome.GetType().Name },
            { "Tries", pending.Tries + 1L },
            { "At", now },
            { "RetryAt", (outcome as EffectOutcome.FailedForNow)?.RetryAt },
        };
        row.AddLong("Answer", answer switch
        {
            EffectAnswer.Performed performed => performed.Receipt,
            EffectAnswer.ForNow failed => failed.Reason,
            EffectAnswer.ForGood failed => failed.Reason,
            _ => "",
        });
        row.AddLong("Json", CaseJson.Write(pending.Effect));
        return row;
    }

    private static (LoadedCase, EffectOutcome) GiveUp(LoadedCase loaded, PendingEffect pending, string reason, DateTimeOffset now)
    {
        CaseCommand result = pending.Effect switch
        {
            CaseEffect.Publish publish => new CaseCommand.RecordPublicationFailure(now, publish.Publication, reason),
            CaseEffect.Measure measure => new CaseCommand.RecordMeasurementFailure(now, measure.Number, reason),
            CaseEffect.SendMail mail => new CaseCommand.RecordMailFailure(now, mail.Id, mail.To, reason),
            _ => throw new InvalidOperationException($"No failure is written for {pending.Effect.GetType().Name}."),
        };
        return (Tell(loaded, pending, result), new EffectOutcome.FailedForGood(reason));
    }

    /// <summary>The effect is no longer pending; the case decides what its result means.</summary>
    private static LoadedCase Tell(LoadedCase loaded, PendingEffect pending, CaseCommand? result)
    {
        var done = loaded with { Head = loaded.Head with { Pending = [.. loaded.Head.Pending.Where(p => p != pending)] } };
        return result is not null && CaseDecider.Decide(result, done.State) is Decision<CaseEvent, CaseRefusal>.Accepted accepted
            ? done.With(accepted.Events)
            : done;
    }
}
