using CrisisFlow.App;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Tests.Messaging;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Feeds;
using CrisisFlow.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>The whole product with this host's timers over a store that counts; sources are feeds of twenty items about one topic.</summary>
internal sealed class CountedProduct : IAsyncDisposable, IMentionQueue
{
    public const int ItemsAFeed = 20;

    private readonly FaultServer _feeds = new();
    private readonly Product _product;

    private CountedProduct(int sources)
    {
        var settings = new CrisisFlowSettings();
        settings.Topics.Add(new TopicSettings { Id = "acme", Name = "Acme", Match = "清禾" });
        settings.Fetch.AllowHosts.Add(_feeds.AllowHost);
        for (var source = 0; source < sources; source++)
            settings.Sources.Add(new SourceSettings { Name = $"source-{source}", Url = Feed(source), Category = SourceCategory.Social });
        Assert.Null(LinkKeys.TryParse(LinkKeys.Generate(), "", out var keys));
        var world = new StoryWorld();
        _product = new Product(new ProductPorts
        {
            Settings = settings,
            Time = Clock,
            Store = Store,
            Mail = world,
            DrillMail = world,
            Keys = keys!,
            Playbooks = [BuiltInPlaybook.Value],
            Queue = this,
            Logs = NullLoggerFactory.Instance,
        });
        var topic = new EventTopic(Store, new RecordingSender(), Clock, NullLogger<EventTopic>.Instance);
        Timers = new Timers(_product, new StageRunner(_product.StageHealth, new StageStore(Store), Clock, NullLogger<StageRunner>.Instance), new WarningAnnouncer(topic, _product.Warnings, settings, NullLogger<WarningAnnouncer>.Instance), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public CountingStore Store { get; } = new(new MemoryEntityStore());

    public Timers Timers { get; }

    /// <summary>What was handed over to scoring and is not scored yet.</summary>
    public List<TopicMentions> Messages { get; } = [];

    public static async Task<CountedProduct> StartAsync(int sources)
    {
        var product = new CountedProduct(sources);
        await product.Store.CreateTablesAsync(Composition.Tables);
        return product;
    }

    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default)
    {
        lock (Messages) Messages.Add(mentions);
        return Task.CompletedTask;
    }

    public async Task ScoreAsync()
    {
        // Sources are polled side by side; which story a mention joins, and so its size, depends on the order.
        foreach (var message in Messages.OrderBy(m => m.Mentions[0].Mention.Source, StringComparer.Ordinal))
            await _product.Scoring.ScoreAsync(message);
        Messages.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _product.Dispose();
        await _feeds.DisposeAsync();
    }

    // Asked again, a feed has nothing new.
    private Uri Feed(int source)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(FeedTexts.Rss(1 + (source * ItemsAFeed), Enumerable.Range(0, ItemsAFeed).Select(item =>
            $"清禾{source}号店第{item}位顾客说买到的酸奶已经过期三天，打开有异味，客服一直没有回复，要求退款并公开道歉")));
        return _feeds.On($"/feed-{source}", (request, wire) => request.Headers.ContainsKey("If-None-Match")
            ? wire.AnswerAsync(304, [], [])
            : wire.AnswerAsync(200, body, [("Content-Type", "application/rss+xml"), ("ETag", "\"1\"")]));
    }
}
