using CrisisFlow.App.Composition;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Tests.Messaging;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Feeds;
using CrisisFlow.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>
/// The whole product with this host's timers over a store that counts; sources are feeds of twenty items about one
/// topic.
/// </summary>
internal sealed class CountedProduct : IAsyncDisposable, IMentionQueue
{
    public const int ItemsAFeed = 20;

    private readonly FaultServer _feeds = new();
    private readonly ServiceProvider _services;

    private CountedProduct(int sources, IEntityStore inner)
    {
        Store = new CountingStore(inner);
        var settings = new CrisisFlowSettings();
        settings.Topics.Add(
            new TopicSettings
            {
                Id = "acme",
                Name = "Acme",
                Match = "清禾",
            }
        );
        settings.Fetch.AllowHosts.Add(_feeds.AllowHost);
        for (var source = 0; source < sources; source++)
            settings.Sources.Add(
                new SourceSettings
                {
                    Name = $"source-{source}",
                    Url = Feed(source),
                    Category = SourceCategory.Social,
                }
            );
        var world = new StoryWorld();
        _services = new ServiceCollection()
            .AddLogging()
            .AddCrisisFlow(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEntityStore>(Store)
            .AddKeyedSingleton<IMailTransport>(MailTransports.Outside, world)
            .AddKeyedSingleton<IMailTransport>(MailTransports.Drill, world)
            .AddSingleton(new LinkKeys(new byte[32]))
            .AddSingleton<IReadOnlyList<Playbook>>([BuiltInPlaybook.Value])
            .AddSingleton<IMentionQueue>(this)
            .AddSingleton(all => new EventTopic(
                Store,
                new RecordingSender(),
                Clock,
                all.GetRequiredService<ILogger<EventTopic>>()
            ))
            .AddSingleton<StageStore>()
            .AddSingleton<StageRunner>()
            .AddSingleton<WarningAnnouncer>()
            .BuildServiceProvider();
        Timers = ActivatorUtilities.CreateInstance<Timers>(_services);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public CountingStore Store { get; }

    public Timers Timers { get; }

    /// <summary>The first item that every feed shows; twenty are shown.</summary>
    public int FirstShown { get; set; }

    /// <summary>What was handed over to scoring and is not scored yet.</summary>
    public List<TopicMentions> Messages { get; } = [];

    /// <param name="inner">Null = in memory.</param>
    public static async Task<CountedProduct> StartAsync(int sources, IEntityStore? inner = null)
    {
        var product = new CountedProduct(sources, inner ?? new MemoryEntityStore());
        await product.Store.CreateTablesAsync(Composition.Tables);
        return product;
    }

    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default)
    {
        lock (Messages)
            Messages.Add(mentions);
        return Task.CompletedTask;
    }

    public async Task ScoreAsync()
    {
        var scoring = _services.GetRequiredService<MentionScoring>();
        // Sources are polled side by side; which story a mention joins, and so its size, depends on the order.
        foreach (var message in Messages.OrderBy(m => m.Mentions[0].Mention.Source, StringComparer.Ordinal))
            await scoring.ScoreAsync(message);
        Messages.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _feeds.DisposeAsync();
    }

    // Asked again, a feed has nothing new unless it shows further items.
    private Uri Feed(int source) =>
        _feeds.On(
            $"/feed-{source}",
            (request, wire) =>
            {
                var tag = $"\"{FirstShown}\"";
                return request.Headers.TryGetValue("If-None-Match", out var known) && known == tag
                    ? wire.AnswerAsync(304, [], [])
                    : wire.AnswerAsync(200, Body(source), [("Content-Type", "application/rss+xml"), ("ETag", tag)]);
            }
        );

    private byte[] Body(int source) =>
        System.Text.Encoding.UTF8.GetBytes(
            FeedTexts.Rss(
                1 + (source * 1000) + FirstShown,
                Enumerable
                    .Range(FirstShown, ItemsAFeed)
                    .Select(item =>
                        $"清禾{source}号店第{item}位顾客说买到的酸奶已经过期三天，打开有异味，客服一直没有回复，要求退款并公开道歉"
                    )
            )
        );
}
