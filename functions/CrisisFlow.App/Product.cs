using CrisisFlow.App.Health;
using CrisisFlow.App.Housekeeping;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Monitoring.Polling;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Response.Warnings;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web;
using CrisisFlow.Web.Team;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App;

/// <summary>The whole product, put together the same way on every host.</summary>
public sealed class Product : IDisposable
{
    private readonly ProductPorts _ports;
    private readonly ILogger _log;
    private readonly HttpClient _webhooks;
    private readonly Fetcher _fetcher;
    private readonly TalkReader _talk;
    private readonly PushedSources _pushed;

    /// <exception cref="SettingsException">A query, a source or a link key cannot be used.</exception>
    public Product(ProductPorts ports)
    {
        _ports = ports;
        _log = ports.Logs.CreateLogger<Product>();
        var (settings, store, time) = (ports.Settings, ports.Store, ports.Time);
        var guard = new GuardOptions { AllowHosts = settings.Fetch.AllowHosts };
        (_webhooks, _fetcher) = (new HttpClient(GuardedHttp.CreateHandler(guard)) { Timeout = guard.Total }, new Fetcher(guard));
        var signer = new LinkSigner(ports.Keys);
        var links = new MailLinks(signer, settings);
        var mail = new CountedMail(ports.Mail, _log);

        StageHealth = new StageHealth(time);
        Pipeline = new Pipeline(store, settings, time, ports.Queue);
        Scoring.Stored += ProductTelemetry.Stored;
        Evaluation.Happened += ProductTelemetry.Happened;
        Journal = new CaseJournal(store);
        Signals = new CaseSignals(store);
        Step = new CaseStep(store);
        Sweep = new CaseSweep(store);
        var channels = ChannelList.Open(new ChannelTools(settings, store, mail, _webhooks, time));
        Actions = new CaseActionRunner(store, new CasePorts
        {
            Mail = mail,
            DrillMail = ports.DrillMail,
            WriteMail = new CaseMails(links, settings).Write,
            IsAble = person => Roster.IsAble(settings, person),
            Channels = channels,
            DrillChannel = (order, _) => Task.FromResult<Delivery>(new Delivery.Delivered($"drill: {order.Channel}")),
            Meter = new EffectReader(Topics, Buckets, Evaluation, time).ReadAsync,
        }, ports.ActionClaim);
        Runner = new CaseRunner(Step, Actions, Sweep, time);
        Cases = ports.Cases ?? Runner;
        Performance = new WarningActionRunner(store, Warnings, new WarningMails(links, settings), mail, new WarningCases(Journal, Signals, Cases, ports.Playbooks, settings), settings);
        Health = new SourceHealthStore(store);
        Notices = new Notices(store, mail, settings);
        Retention = new Retention(store, [.. Topics.All.Select(topic => topic.Id)], settings.Retention, time);
        _pushed = new PushedSources(store);
        Poller = new Poller(settings.Sources, _fetcher, Health, DeliverAsync);
        _talk = new TalkReader(Topics, new MentionStore(store), Buckets, time);
        Site = new Site(Parts(signer, new Charts(Buckets, Pipeline.Index, settings, time)));
    }

    /// <summary>Every table the product keeps; a host creates them at start.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [.. Pipeline.Tables, .. CaseTables.All, .. ChannelList.Tables, SourceHealthStore.Table, Notices.Table];

    public CrisisFlowSettings Settings => _ports.Settings;

    public IEntityStore Store => _ports.Store;

    public StageHealth StageHealth { get; }

    /// <summary>From what sources say to warnings.</summary>
    public Pipeline Pipeline { get; }

    public TopicSet Topics => Pipeline.Topics;

    public BucketStore Buckets => Pipeline.Buckets;

    public MentionScoring Scoring => Pipeline.Scoring;

    public TopicEvaluation Evaluation => Pipeline.Evaluation;

    public WarningActionRunner Performance { get; }

    public WarningJournal Warnings => Pipeline.Warnings;

    public CaseJournal Journal { get; }

    public CaseSignals Signals { get; }

    public CaseStep Step { get; }

    public CaseActionRunner Actions { get; }

    public CaseSweep Sweep { get; }

    /// <summary>Runs cases in this process; not used where the host brings its own.</summary>
    public CaseRunner Runner { get; }

    public ICaseHost Cases { get; }

    public SourceHealthStore Health { get; }

    public Notices Notices { get; }

    public Retention Retention { get; }

    public Poller Poller { get; }

    public Site Site { get; }

    /// <summary>One round of polling; sources that fail, went quiet or came back are told to the administrators.</summary>
    public Task<PollReport> PollAsync(CancellationToken cancellation = default) => ProductTelemetry.StageAsync(Stage.Poll, _ports.Time, () => PollOnceAsync(cancellation));

    private async Task<PollReport> PollOnceAsync(CancellationToken cancellation)
    {
        var now = _ports.Time.GetUtcNow();
        var report = await Poller.PollDueAsync(now, cancellation);
        ProductTelemetry.Polled(report);
        foreach (var alert in report.Alerts)
        {
            ProductLog.SourceAlerted(_log, alert.Source, alert.Kind);
            await Notices.AddAsync(Notice.Of(alert), cancellation);
        }

        await Notices.SendAsync(now, cancellation);
        return report;
    }

    /// <summary>Takes in what sources hand over themselves, and remembers that they did.</summary>
    /// <param name="category">By the name of a source.</param>
    public async Task<Ingested> TakePushedAsync(string source, Func<string, SourceCategory> category, IReadOnlyList<DocumentItem> items, CancellationToken cancellation = default)
    {
        var taken = await Pipeline.TakeAsync(source, category, items, cancellation);
        foreach (var one in items.GroupBy(item => item.Source ?? source, StringComparer.Ordinal))
            if (!Settings.Sources.Any(polled => polled.Name.Equals(one.Key, StringComparison.OrdinalIgnoreCase)))
                await _pushed.ToldAsync(one.Key, category(one.Key), one.Count(), _ports.Time.GetUtcNow(), cancellation);
        return taken;
    }

    /// <summary>One look at every topic, and whatever its warnings ask for.</summary>
    public async Task EvaluateAsync(CancellationToken cancellation = default)
    {
        await ProductTelemetry.StageAsync(Stage.Evaluate, _ports.Time, async () =>
        {
            await Pipeline.EvaluateAsync(Performance.PerformAsync, cancellation);
            return true;
        });
    }

    /// <summary>A topic's risk index as it was evaluated last, 0 to 100; 0 when it was not within the last day.</summary>
    public async Task<double> IndexAsync(string topic, CancellationToken cancellation = default)
    {
        var now = _ports.Time.GetUtcNow();
        var hours = await Pipeline.Index.ReadAsync(new TopicId(topic), now - TimeSpan.FromDays(1), now, cancellation);
        return hours.Count == 0 ? 0 : hours.MaxBy(h => h.Key).Value;
    }

    /// <summary>Tells the administrators of stages that stand still, each once until it runs again.</summary>
    public async Task WatchAsync(CancellationToken cancellation = default)
    {
        var now = _ports.Time.GetUtcNow();
        foreach (var still in StageHealth.Still(Settings.Stages.Heartbeat)) await Notices.AddAsync(Notice.Of(still, StageHealth.Started, now), cancellation);
        await Notices.SendAsync(now, cancellation);
    }

    public void Dispose()
    {
        _webhooks.Dispose();
        _fetcher.Dispose();
        _talk.Dispose();
    }

    private Task DeliverAsync(SourceSettings source, Document document, CancellationToken cancellation) =>
        Pipeline.TakeAsync(source.Name, _ => source.Category, document.Items, cancellation);

    private SiteParts Parts(LinkSigner signer, Charts charts) => new()
    {
        Settings = _ports.Settings,
        Time = _ports.Time,
        Store = _ports.Store,
        Links = signer,
        Journal = Journal,
        Signals = Signals,
        Cases = Cases,
        OutboxFolder = _ports.OutboxFolder,
        Health = _ => Task.FromResult(HealthJson.Write(StageHealth, Settings.Stages.Heartbeat)),
        Warnings = new TopicWarnings(Warnings, Topics, Settings).Desk(),
        Sources = SourceLinesAsync,
        History = charts.ForPages(),
        Talk = (topic, cancellation) => _talk.ReadAsync(new TopicId(topic), cancellation),
        Lessons = new LessonReader(Journal, Warnings, Topics, _ports.Settings).ReadAsync,
        Mentions = new PushedMentions(TakePushedAsync, Settings).HandleAsync,
        Logger = _ports.Logs.CreateLogger<Site>(),
    };

    private async Task<IReadOnlyList<SourceLine>> SourceLinesAsync(CancellationToken cancellation)
    {
        var known = (await Health.AllAsync(cancellation)).ToDictionary(h => h.Source, StringComparer.OrdinalIgnoreCase);
        return [.. Settings.Sources.Select(s => SourceLines.Of(s, known.GetValueOrDefault(s.Name))), .. await _pushed.LinesAsync(cancellation)];
    }
}
