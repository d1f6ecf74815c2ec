using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Team;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Web;

/// <summary>What the site is built from. Parts that are null are pages the host does not have.</summary>
public sealed record SiteParts
{
    public required CrisisFlowSettings Settings { get; init; }

    public required TimeProvider Time { get; init; }

    public required IEntityStore Store { get; init; }

    public required LinkSigner Links { get; init; }

    public required CaseJournal Journal { get; init; }

    public required CaseSignals Signals { get; init; }

    public required ICaseHost Cases { get; init; }

    /// <summary>Folder with the mails a host without a mail server wrote; null when mail really goes out.</summary>
    public string? OutboxFolder { get; init; }

    /// <summary>Takes what platforms push to POST /mentions; null = the route is not there.</summary>
    public Func<SiteRequest, CancellationToken, Task<SiteResponse>>? Mentions { get; init; }

    /// <summary>What /health says as JSON, and whether all is well.</summary>
    public Func<CancellationToken, Task<(bool Healthy, string Json)>>? Health { get; init; }

    /// <summary>What the warnings' pages read and tell.</summary>
    public WarningDesk Warnings { get; init; } = WarningDesk.None;

    /// <summary>Each source with its health, in the order of settings.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<SourceLine>>> Sources { get; init; } = _ => Task.FromResult<IReadOnlyList<SourceLine>>([]);

    /// <summary>What the charts are drawn from.</summary>
    public TopicChartData History { get; init; } = TopicChartData.None;

    /// <summary>What is being said of a topic; null when there is no such topic.</summary>
    public Func<string, CancellationToken, Task<Talk?>> Talk { get; init; } = (_, _) => Task.FromResult<Talk?>(null);

    /// <summary>What ended cases have to say.</summary>
    public Func<CancellationToken, Task<Lessons>> Lessons { get; init; } = _ => Task.FromResult(Response.Learning.Lessons.None);

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
