using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App;

/// <summary>What a host brings: the rest is the same on every host.</summary>
public sealed record ProductPorts
{
    public required CrisisFlowSettings Settings { get; init; }

    public required TimeProvider Time { get; init; }

    public required IEntityStore Store { get; init; }

    public required IMailTransport Mail { get; init; }

    /// <summary>Where the mails of drills go.</summary>
    public required IMailTransport DrillMail { get; init; }

    public required LinkKeys Keys { get; init; }

    public required IReadOnlyList<Playbook> Playbooks { get; init; }

    /// <summary>What runs cases; null = in this process, see <see cref="Product.Runner"/>.</summary>
    public ICaseHost? Cases { get; init; }

    /// <summary>How long a mail or a publication belongs to the instance that began it; zero where one process performs them all.</summary>
    public TimeSpan ActionClaim { get; init; }

    /// <summary>Between polling and scoring; null = in this process.</summary>
    public IMentionQueue? Queue { get; init; }

    /// <summary>Folder with the mails a host without a mail server wrote; null when mail really goes out.</summary>
    public string? OutboxFolder { get; init; }

    public required ILoggerFactory Logs { get; init; }
}
