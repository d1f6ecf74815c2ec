namespace CrisisFlow.Warnings;

/// <summary>What an event says of a story that could be warned of, or of a warning that stands.</summary>
internal static class EventsOf
{
    /// <param name="warning">Its id.</param>
    /// <param name="told">Whether its readers are mailed now.</param>
    public static WarningEvent.Raised Raised(
        Candidate candidate,
        DateTimeOffset at,
        string warning,
        Level from,
        Level level,
        WarningReason reason,
        bool mail,
        bool told
    ) =>
        new(
            at,
            warning,
            from,
            level,
            candidate.Index.Value,
            reason,
            candidate.Title,
            candidate.Key,
            candidate.Index.Terms,
            candidate.Evidence,
            mail
        )
        {
            Told = told,
            Flood = candidate.Flood,
        };

    public static WarningEvent.HeldBack HeldBack(
        Candidate candidate,
        DateTimeOffset at,
        Level level,
        WarningReason reason,
        DateTimeOffset? until
    ) =>
        new(
            at,
            level,
            candidate.Index.Value,
            reason,
            candidate.Title,
            candidate.Key,
            candidate.Index.Terms,
            candidate.Evidence,
            until
        )
        {
            Flood = candidate.Flood,
        };

    public static WarningEvent.HeldBack HeldBack(OpenWarning open, DateTimeOffset at, WarningReason reason) =>
        new(at, open.Level, open.Index, reason, open.Story, open.Key, open.Terms, open.Evidence, Until: null)
        {
            Flood = open.Flood,
        };

    /// <param name="into">The warning in which its story goes on; null when it is over.</param>
    public static WarningEvent.Cleared Cleared(
        OpenWarning open,
        DateTimeOffset at,
        double index,
        WarningReason reason,
        string? into
    ) =>
        new(at, open.Id, open.Level, index, reason, open.Story, into, By: null)
        {
            Held = open.Held,
            Untold = open.Untold,
        };

    public static WarningEvent.Changed Changed(
        OpenWarning open,
        DateTimeOffset at,
        Level to,
        RiskIndex index,
        IReadOnlyList<WarningEvidence> evidence
    ) =>
        new(at, open.Id, open.Level, to, index.Value, WarningReason.IndexFell, open.Story, index.Terms, evidence)
        {
            Held = open.Held,
        };

    public static WarningEvent.MailDue MailDue(OpenWarning open, DateTimeOffset at) =>
        new(at, open.Id, open.Level, open.Index, WarningReason.HoldEnded, open.Story)
        {
            Held = open.Held,
            Cause = open.Reason,
            Key = open.Key,
            Terms = open.Terms,
            Evidence = open.Evidence,
            Flood = open.Flood,
        };
}
