namespace CrisisFlow.Cases.Lifecycle;

/// <summary>One text to publish on one channel.</summary>
/// <param name="Hash">Of the whole version.</param>
/// <param name="ApprovedAt">When the version was approved; for the holding statement when it was released.</param>
public sealed record PublicationOrder(
    PublicationId Id,
    CaseId Case,
    string TopicId,
    string Topic,
    int Version,
    string Hash,
    string Channel,
    Language Language,
    string Title,
    string Body,
    DateTimeOffset ApprovedAt,
    bool IsDrill
);
