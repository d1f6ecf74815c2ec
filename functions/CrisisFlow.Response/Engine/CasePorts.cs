using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>The world as cases reach it. Drills have outlets of their own, so that no drill can reach a real one.</summary>
public sealed record CasePorts
{
    public required IMailTransport Mail { get; init; }

    /// <summary>Where a drill's mails go.</summary>
    public required IMailTransport DrillMail { get; init; }

    public required CaseMailWriter WriteMail { get; init; }

    /// <summary>Whether a person of a case may still be written to: settings may have changed since the case was opened.</summary>
    public Func<PersonId, bool> IsAble { get; init; } = _ => true;

    /// <summary>By channel name. A channel that is missing fails for good.</summary>
    public required IReadOnlyDictionary<string, ChannelPublisher> Channels { get; init; }

    /// <summary>Takes every publication of a drill.</summary>
    public required ChannelPublisher DrillChannel { get; init; }

    public required EffectMeter Meter { get; init; }
}

/// <summary>Writes the mail a case asks for. Pure; throws only for bugs.</summary>
public delegate MailMessage CaseMailWriter(CaseMailOrder order);

/// <summary>Publishes once more or once: the publication's id is the idempotency key.</summary>
public delegate Task<Delivery> ChannelPublisher(PublicationOrder order, CancellationToken cancellation);

/// <summary>Reads what the public said before and after. Throws <see cref="StoreUnavailableException"/> when that cannot be read at the moment.</summary>
public delegate Task<EffectReadings> EffectMeter(CaseFile file, CaseAction.Measure measure, CancellationToken cancellation);
