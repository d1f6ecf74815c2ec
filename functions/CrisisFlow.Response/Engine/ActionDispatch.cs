using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>Carries an effect to the port it belongs to.</summary>
internal static class ActionDispatch
{
    public static Task<ActionAnswer> RunAsync(CasePorts outlets, LoadedCase loaded, CaseAction action, DateTimeOffset now, CancellationToken cancellation) => action switch
    {
        CaseAction.SendMail mail => MailAsync(outlets, loaded, mail, now, cancellation),
        CaseAction.Publish publish => PublishAsync(outlets, loaded, publish, now, cancellation),
        CaseAction.Measure measure => MeasureAsync(outlets, loaded, measure, now, cancellation),
        _ => throw new InvalidOperationException($"No way to perform {action.GetType().Name} is written."),
    };

    private static async Task<ActionAnswer> MailAsync(CasePorts outlets, LoadedCase loaded, CaseAction.SendMail action, DateTimeOffset now, CancellationToken cancellation)
    {
        if (loaded.State.FileOrNull is not { } file || file.PersonOf(action.To) is not { } person)
            return new ActionAnswer.ForGood($"Person '{action.To}' is not in the roster of case '{loaded.Id}'.");
        if (!outlets.IsAble(person.Id)) return new ActionAnswer.ForGood($"Person '{person.Id}' is no longer in settings, or disabled.");
        // What nobody needs to be told any more is left out; that something is left was looked at before.
        var orders = action.Matters.Where(matter => CaseDecider.StillWanted(loaded.State, matter))
            .Select(matter => new CaseMailOrder(loaded.State, file, loaded.Events[(int)matter.Event - 1], matter, person, now)).ToList();
        var mail = outlets.WriteMail(orders[0] with { Also = orders[1..] });
        var delivery = await (file.IsDrill ? outlets.DrillMail : outlets.Mail).SendAsync(mail, cancellation);
        return Answer(delivery, _ => null);
    }

    private static async Task<ActionAnswer> PublishAsync(CasePorts outlets, LoadedCase loaded, CaseAction.Publish action, DateTimeOffset now, CancellationToken cancellation)
    {
        var file = loaded.State.FileOrNull;
        var version = file?.VersionOf(action.Version);
        if (file is null || version?.Texts.FirstOrDefault(t => t.Channel == action.Channel && t.Language == action.Language) is not { } text)
            return new ActionAnswer.ForGood($"Version {action.Version} has no text for {action.Channel} in {action.Language}.");
        var publisher = file.IsDrill ? outlets.DrillChannel : outlets.Channels.GetValueOrDefault(action.Channel);
        if (publisher is null) return new ActionAnswer.ForGood($"Channel '{action.Channel}' is not set up.");
        var approvedAt = action.Version == StatementVersion.Holding
            ? version.At
            : file.Rounds.LastOrDefault(r => r.Version == action.Version)?.Closed?.At ?? version.At;
        var order = new PublicationOrder(action.Publication, file.Id, file.Subject.TopicId, file.Subject.Topic, version.Number, version.Hash, text.Channel, text.Language, text.Title, text.Body, approvedAt, file.IsDrill);
        return Answer(await publisher(order, cancellation), receipt => new CaseCommand.RecordPublication(now, action.Publication, receipt));
    }

    private static async Task<ActionAnswer> MeasureAsync(CasePorts outlets, LoadedCase loaded, CaseAction.Measure action, DateTimeOffset now, CancellationToken cancellation)
    {
        if (loaded.State.FileOrNull is not { } file) return new ActionAnswer.ForGood($"There is no case '{loaded.Id}'.");
        try
        {
            var readings = await outlets.Meter(file, action, cancellation);
            return new ActionAnswer.Performed(new CaseCommand.RecordMeasurement(now, action.Number, readings.Before, readings.After), "");
        }
        catch (StoreUnavailableException unavailable)
        {
            return new ActionAnswer.ForNow(unavailable.Message, unavailable.RetryAfter);
        }
    }

    private static ActionAnswer Answer(Delivery delivery, Func<string, CaseCommand?> result) => delivery switch
    {
        Delivery.Delivered delivered => new ActionAnswer.Performed(result(delivered.Receipt), delivered.Receipt),
        Delivery.FailedForNow failed => new ActionAnswer.ForNow(failed.Reason, failed.RetryAfter),
        Delivery.FailedForGood failed => new ActionAnswer.ForGood(failed.Reason),
        _ => throw new InvalidOperationException($"No answer is written for {delivery.GetType().Name}."),
    };
}
