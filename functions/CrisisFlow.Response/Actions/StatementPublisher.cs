using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Response.Actions;

/// <summary>Publishes a text of a statement on its channel. A drill publishes nothing and succeeds.</summary>
/// <param name="channels">By channel name; a channel that is missing fails for good.</param>
public sealed class StatementPublisher(IReadOnlyDictionary<string, ChannelPublisher> channels) : ICaseActionPerformer
{
    public Type Kind => typeof(CaseAction.Publish);

    public async Task<ActionAnswer> PerformAsync(
        CaseRecord record,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (publish, file) = ((CaseAction.Publish)action, record.File);
        if (
            file.VersionOf(publish.Version) is not { } version
            || version.Texts.FirstOrDefault(t => t.Channel == publish.Channel && t.Language == publish.Language)
                is not { } text
        )
            return new ActionAnswer.ForGood(
                $"Version {publish.Version} has no text for {publish.Channel} in {publish.Language}."
            );
        if (file.IsDrill)
            return ActionAnswer.Of(new Delivery.Delivered($"drill: {publish.Channel}"), Recorded);
        if (channels.GetValueOrDefault(publish.Channel) is not { } publisher)
            return new ActionAnswer.ForGood($"Channel '{publish.Channel}' is not set up.");
        return ActionAnswer.Of(await publisher(Order(file, publish, version, text), cancellation), Recorded);

        CaseCommand Recorded(string receipt) => new CaseCommand.RecordPublication(now, publish.Publication, receipt);
    }

    private static PublicationOrder Order(
        CaseFile file,
        CaseAction.Publish publish,
        StatementVersion version,
        StatementText text
    )
    {
        var approvedAt =
            publish.Version == StatementVersion.Holding
                ? version.At
                : file.Rounds.LastOrDefault(round => round.Version == publish.Version)?.Closed?.At ?? version.At;
        return new PublicationOrder(
            publish.Publication,
            file.Id,
            file.Subject.TopicId,
            file.Subject.Topic,
            version.Number,
            version.Hash,
            text.Channel,
            text.Language,
            text.Title,
            text.Body,
            approvedAt,
            file.IsDrill
        );
    }
}
