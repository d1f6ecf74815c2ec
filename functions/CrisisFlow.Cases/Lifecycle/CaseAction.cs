using System.Text.Json.Serialization;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// An action requested by an event. Stored beside the events under <see cref="Id"/> and performed until it is done or
/// failed for good.
/// </summary>
/// <param name="Id">Deterministic; safe as a row key.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendMail), "send-mail")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Measure), "measure")]
public abstract record CaseAction(ActionId Id)
{
    /// <param name="To">Who gets it; name, address and language are looked up in the case when it is sent.</param>
    /// <param name="Event">
    /// Number of the event that caused it, 1, 2, 3 …; the mail is written from that event.
    /// </param>
    /// <param name="Task">The task the mail is about; null when it is about none.</param>
    /// <param name="Round">The approval round the mail's links belong to; null when it is about none.</param>
    /// <param name="Also">
    /// Other mail of the same step for this person; null when there is none. One mail covers everything.
    /// </param>
    public sealed record SendMail(
        ActionId Id,
        MailKind Kind,
        PersonId To,
        long Event,
        TaskId? Task = null,
        int? Round = null,
        IReadOnlyList<MailMatter>? Also = null
    ) : CaseAction(Id)
    {
        /// <summary>
        /// Everything the mail is about, each as a separate mail would be, in the order requested.
        /// </summary>
        [JsonIgnore]
        public IEnumerable<SendMail> Matters =>
            [
                this with
                {
                    Also = null,
                },
                .. (Also ?? []).Select(m =>
                    this with
                    {
                        Kind = m.Kind,
                        Event = m.Event,
                        Task = m.Task,
                        Round = m.Round,
                        Also = null,
                    }
                ),
            ];
    }

    /// <param name="Version"><see cref="StatementVersion.Holding"/> for the holding statement.</param>
    public sealed record Publish(ActionId Id, PublicationId Publication, int Version, string Channel, Language Language)
        : CaseAction(Id);

    /// <param name="Since">
    /// The window of length <paramref name="Window"/> before this time is compared with the one that ends at
    /// <paramref name="Until"/>.
    /// </param>
    public sealed record Measure(ActionId Id, int Number, DateTimeOffset Since, DateTimeOffset Until, TimeSpan Window)
        : CaseAction(Id);
}

/// <summary>One of several things a mail is about; the same fields as in <see cref="CaseAction.SendMail"/>.</summary>
public sealed record MailMatter(MailKind Kind, long Event, TaskId? Task = null, int? Round = null);

/// <summary>What a mail is about and asks for.</summary>
public enum MailKind
{
    /// <summary>A case was opened: decide what it is.</summary>
    TriageAsked,

    /// <summary>A fact, draft or execution task is assigned; see the task's kind.</summary>
    TaskAsked,
    ApprovalAsked,

    /// <summary>Half of the time is over.</summary>
    Reminder,

    /// <summary>Others have not answered: escalated to this person.</summary>
    Escalation,

    /// <summary>Even the end of the chain has not answered.</summary>
    NobodyAnswers,

    /// <summary>To the author: the version came back with a comment.</summary>
    Rejected,

    /// <summary>A version is approved and goes out.</summary>
    StatementApproved,
    HoldingReleased,
    Published,
    PublicationFailed,

    /// <summary>What a publication did.</summary>
    EffectReport,
    FlaredUp,
    Regraded,

    /// <summary>Work was handed over to this person.</summary>
    HandedOver,
    ReviewAsked,
    Closed,
    Stopped,

    /// <summary>It got worse after the publication: go back, or keep watching.</summary>
    SetbackAsked,
}
