using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Local.Storage;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Local.Hosting;

/// <summary>How the one-machine host is started; by the command line, by the demo and by tests.</summary>
public sealed record LocalOptions
{
    public required CrisisFlowSettings Settings { get; init; }

    public required IReadOnlyList<Playbook> Playbooks { get; init; }

    /// <summary>Holds the database, the key of links and the outbox; created when it is not there.</summary>
    public required string DataFolder { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Address to listen on; null = the setting's. Port 0 takes any free one.</summary>
    public string? Listen { get; init; }

    /// <summary>False in tests: nothing runs by itself, see <see cref="LocalCrisisFlow.TickAsync"/>.</summary>
    public bool RunStages { get; init; } = true;

    /// <summary>Null = as in settings.</summary>
    public IMailTransport? Mail { get; init; }

    /// <summary>Puts itself around the store; tests make it fail.</summary>
    public Func<IEntityStore, IEntityStore>? WrapStore { get; init; }

    /// <summary>What is polled in place of, or besides, the sources of settings: the demo's archive.</summary>
    public Func<PushIntake, CancellationToken, Task>? AlsoPoll { get; init; }

    /// <summary>Sees every request before the site does: the demo's clock waits while somebody reads.</summary>
    public Action<HttpContext>? OnRequest { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
