using System.Text;
using Azure.Messaging.ServiceBus;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Tests.Hosting;
using CrisisFlow.Azure.Tests.Triggers;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>
/// Service Bus that fails, hangs or lets nobody in: who came with something comes again, and nobody waits long.
/// </summary>
public sealed class BusInTroubleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly InProcessBus _bus = new();
    private readonly HastyClock _clock = new(Now);

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mentions_that_are_pushed_are_answered_with_503_and_when_to_come_again(bool hangs)
    {
        _bus.Sending = hangs ? InProcessBus.HangAsync : InProcessBus.FailAsync;
        var settings = new Dictionary<string, string?>(StartSettingsTests.Enough)
        {
            ["ApiKeys:Mentions"] = "key-of-32-characters-for-mentions",
            ["Topics:0:Id"] = "acme",
            ["Topics:0:Name"] = "Acme",
            ["Topics:0:Match"] = "acme",
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment())
            .AddAzureHost(StartSettingsTests.Read(settings), _clock)
            .AddSingleton<IEntityStore>(new MemoryEntityStore())
            .AddSingleton<ServiceBusClient>(_bus)
            .BuildServiceProvider();
        await services.GetRequiredService<IEntityStore>().CreateTablesAsync(Composition.Tables);
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.Path) = ("POST", "/mentions");
        context.Request.Headers["X-Api-Key"] = settings["ApiKeys:Mentions"];
        context.Request.Body = new MemoryStream(
            Encoding.UTF8.GetBytes("""[{"id":"1","title":"The cooker of Acme burns","text":"It burns."}]""")
        );
        context.Response.Body = new MemoryStream();

        var answer = await ActivatorUtilities
            .CreateInstance<HttpRoutes>(services)
            .MentionsAsync(context.Request, null!);
        await answer.ExecuteAsync(context);

        Assert.Equal((503, "10"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
        Assert.InRange(_clock.GetUtcNow() - Now, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_hanging_queue_is_told_as_a_store_that_cannot_answer()
    {
        _bus.Sending = InProcessBus.HangAsync;

        var failed = await Assert.ThrowsAsync<StoreUnavailableException>(EnqueueAsync);

        Assert.Equal("Service Bus did not answer within 8 s.", failed.Message);
        Assert.Equal(Now.AddSeconds(8), _clock.GetUtcNow());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_queue_that_lets_nobody_in_is_our_affair_and_tried_again()
    {
        _bus.Sending = (_, _) => throw new UnauthorizedAccessException("Put token failed.");

        Assert.Equal(
            "Service Bus cannot be reached: UnauthorizedAccessException.",
            (await Assert.ThrowsAsync<StoreUnavailableException>(EnqueueAsync)).Message
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_stops_the_program_is_not_told_that_the_queue_is_away()
    {
        using var stop = new CancellationTokenSource();
        _bus.Sending = (_, _) => stop.CancelAsync();
        _bus.Sending += (_, stopping) => Task.Delay(Timeout.Infinite, stopping);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Queue().EnqueueAsync(new TopicMentions(new TopicId("acme"), [MatchedMention.Of(Mention())]), stop.Token)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task An_event_that_cannot_be_sent_leaves_the_cursor_where_it_was()
    {
        var store = new MemoryEntityStore();
        await store.CreateTablesAsync([EventTopic.Table]);
        var topic = new EventTopic(store, _bus.CreateSender(EventTopic.Name), _clock, NullLogger<EventTopic>.Instance);
        var message = new EventMessage(
            "warning-acme-1",
            "warning",
            "raised",
            1,
            Now,
            null,
            "acme",
            "red",
            null,
            80,
            "Entered",
            "story",
            false,
            "http://localhost/"
        );
        _bus.Sending = InProcessBus.HangAsync;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => topic.SendAsync("warnings-acme", [message]));
        Assert.Equal(0, await topic.LastAsync("warnings-acme"));
        _bus.Sending = (_, _) => Task.CompletedTask;
        await topic.SendAsync("warnings-acme", [message]);

        Assert.Equal(1, await topic.LastAsync("warnings-acme"));
    }

    private ServiceBusMentionQueue Queue() => new(_bus.CreateSender(ServiceBusMentionQueue.Name), _clock);

    private Task EnqueueAsync() =>
        Queue().EnqueueAsync(new TopicMentions(new TopicId("acme"), [MatchedMention.Of(Mention())]));

    private static Mention Mention() =>
        new()
        {
            Id = new MentionId("00000000000000000000000000000001"),
            Source = "forum",
            Category = SourceCategory.Forum,
            Title = "着火",
            Text = "",
            Seen = Now,
        };
}
