using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Carries an effect to the port it belongs to.</summary>
internal static class EffectPerformance
{
    public static Task<EffectAnswer> RunAsync(CaseOutlets outlets, LoadedCase loaded, CaseEffect effect, DateTimeOffset now, CancellationToken cancellation) => effect switch
    {
        CaseEffect.SendMail mail => MailAsync(outlets, loaded, mail, now, cancellation),
        CaseEffect.Publish publish => PublishAsync(outlets, loaded, publish, now, cancellation),
        CaseEffect.Measure measure => MeasureAsync(outlets, loaded, measure, now, cancellation),
        _ => throw new InvalidOperationException($"No way to perform {effect.GetType().Name} is written."),
    };

    private static async Task<EffectAnswer> MailAsync(CaseOutlets outlets, LoadedCase loaded, CaseEffect.SendMail effect, DateTimeOffset now, CancellationToken cancellation)
    {
        if (loaded.State.FileOrNull is not { } file || file.PersonOf(effect.To) is not { } person)
            return new EffectAnswer.ForGood($"Person '{effect.To}' is not in the roster of case '{loaded.Id}'.");
        if (!outlets.IsAble(person.Id)) return new EffectAnswer.ForGood($"Person '{person.Id}' is no longer in settings, or disabled.");
        // What nobody needs to be told any more is left out; that something is left was looked at before.
        var orders = effect.Matters.Where(matter => CaseDecider.StillWanted(loaded.State, matter))
            .Select(matter => new CaseMailOrder(loaded.State, file, loaded.Events[(int)matter.Event - 1], matter, person, now)).ToList();
        var mail = outlets.WriteMail(orders[0] with { Also = orders[1..] });
        var delivery = await (file.IsDrill ? outlets.DrillMail : outlets.Mail).SendAsync(mail, cancellation);
        return Answer(delivery, _ => null);
    }

    private static async Task<EffectAnswer> PublishAsync(CaseOutlets outlets, LoadedCase loaded, CaseEffect.Publish effect, DateTimeOffset now, CancellationToken cancellation)
    {
        var file = loaded.State.FileOrNull;
        var version = file?.VersionOf(effect.Version);
        if (file is null || version?.Texts.FirstOrDefault(t => t.Channel == effect.Channel && t.Language == effect.Language) is not { } text)
            return new EffectAnswer.ForGood($"Version {effect.Version} has no text for {effect.Channel} in {effect.Language}.");
        var publisher = file.IsDrill ? outlets.DrillChannel : outlets.Channels.GetValueOrDefault(effect.Channel);
        if (publisher is null) return new EffectAnswer.ForGood($"Channel '{effect.Channel}' is not set up.");
        var approvedAt = effect.Version == StatementVersion.Holding
            ? version.At
            : file.Rounds.LastOrDefault(r => r.Version == effect.Version)?.Closed?.At ?? version.At;
        var order = new PublicationOrder(effect.Publication, file.Id, file.Subject.TopicId, file.Subject.Topic, version.Number, version.Hash, text.Channel, text.Language, text.Title, text.Body, approvedAt, file.IsDrill);
        return Answer(await publisher(order, cancellation), receipt => new CaseCommand.RecordPublication(now, effect.Publication, receipt));
    }

    private static async Task<EffectAnswer> MeasureAsync(CaseOutlets outlets, LoadedCase loaded, CaseEffect.Measure effect, DateTimeOffset now, CancellationToken cancellation)
    {
        if (loaded.State.FileOrNull is not { } file) return new EffectAnswer.ForGood($"There is no case '{loaded.Id}'.");
        try
        {
            var readings = await outlets.Meter(file, effect, cancellation);
            return new EffectAnswer.Performed(new CaseCommand.RecordMeasurement(now, effect.Number, readings.Before, readings.After), "");
        }
        catch (StoreUnavailableException unavailable)
        {
            return new EffectAnswer.ForNow(unavailable.Message, unavailable.RetryAfter);
        }
    }

    private static EffectAnswer Answer(Delivery delivery, Func<string, CaseCommand?> result) => delivery switch
    {
        Delivery.Delivered delivered => new EffectAnswer.Performed(result(delivered.Receipt), delivered.Receipt),
        Delivery.FailedForNow failed => new EffectAnswer.ForNow(failed.Reason, failed.RetryAfter),
        Delivery.FailedForGood failed => new EffectAnswer.ForGood(failed.Reason),
        _ => throw new InvalidOperationException($"No answer is written for {delivery.GetType().Name}."),
    };
}
