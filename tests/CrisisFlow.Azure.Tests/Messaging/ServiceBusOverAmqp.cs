using Amqp;
using Amqp.Framing;
using Azure.Messaging.ServiceBus;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>The published client with the product's own options, over AMQP, to a vendor on this machine.</summary>
public sealed class ServiceBusOverAmqp : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly AmqpBus _bus = new();
    private readonly MemoryEntityStore _store = new();
    private ServiceBusClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _client = new ServiceBusClient(_bus.ConnectionString, Bus.Options());
        await _store.CreateTablesAsync([EventTopic.Table]);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _bus.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Mentions_arrive_in_the_session_of_their_topic_after_a_token_was_put()
    {
        await Queue().EnqueueAsync(Of([Mention(1, "着火"), Mention(2, "")]));

        var (entity, message) = Assert.Single(_bus.Taken);
        Assert.Equal(
            ("mentions", "acme", "mentions", "application/json"),
            (entity, message.Properties.GroupId, message.Properties.Subject, message.Properties.ContentType.ToString())
        );
        Assert.Equal(32, message.Properties.MessageId.Length);
        Assert.Equal(2, MentionsMessage.Read(BodyOf(message)).Mentions.Count);
        Assert.Equal("put-token amqp://127.0.0.1/mentions", _bus.Tokens.First());
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_long_mentions_go_out_in_batches_that_the_service_takes()
    {
        var mentions = Enumerable.Range(0, 200).Select(number => Mention(number, new string('长', 8_000))).ToList();

        await Queue().EnqueueAsync(Of(mentions));

        Assert.Equal(200, _bus.Taken.Sum(one => MentionsMessage.Read(BodyOf(one.Message)).Mentions.Count));
        Assert.True(_bus.Transfers.Count > 10);
        Assert.All(_bus.Transfers, size => Assert.InRange(size, 1, AmqpBus.LongestMessage));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_event_carries_what_a_subscription_can_ask_for_and_the_cursor_follows()
    {
        await Topic().SendAsync("warnings-acme", [Event(1), Event(2)]);

        Assert.Equal(["warning-acme-1", "warning-acme-2"], _bus.Taken.Select(one => one.Message.Properties.MessageId));
        var (entity, first) = _bus.Taken.First();
        Assert.Equal(("events", "raised", "acme"), (entity, first.Properties.Subject, first.Properties.CorrelationId));
        Assert.Equal(
            ["warning", "red", 1, false],
            ((string[])["kind", "level", "version", "drill"]).Select(name => first.ApplicationProperties[name])
        );
        Assert.Equal(2, await Topic().LastAsync("warnings-acme"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_link_that_is_dropped_costs_nothing()
    {
        await Topic().SendAsync("warnings-acme", [Event(1)]);
        _bus.Answers.Enqueue(AmqpAnswer.DropLink);

        await Topic().SendAsync("warnings-acme", [Event(2)]);

        Assert.Equal(
            ["warning-acme-1", "warning-acme-2"],
            _bus.Taken.Select(one => one.Message.Properties.MessageId).Distinct()
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData(AmqpAnswer.Busy)]
    [InlineData(AmqpAnswer.Silence)]
    public async Task A_service_that_is_busy_or_silent_is_waited_for_eight_seconds_and_the_same_events_go_out_next_time(
        object answer
    )
    {
        for (var i = 0; i < 4; i++)
            _bus.Answers.Enqueue((AmqpAnswer)answer);
        var topic = Topic();
        var began = TimeProvider.System.GetTimestamp();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => topic.SendAsync("warnings-acme", [Event(1)]));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        Assert.Equal(0, await topic.LastAsync("warnings-acme"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_token_that_is_refused_is_our_affair_and_tried_again()
    {
        _bus.RefusesTokens = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Queue().EnqueueAsync(Of([Mention(1, "")])));

        _bus.RefusesTokens = false;
        await Queue().EnqueueAsync(Of([Mention(1, "")]));

        Assert.Single(_bus.Taken);
    }

    private ServiceBusMentionQueue Queue() =>
        new(_client.CreateSender(ServiceBusMentionQueue.Name), TimeProvider.System);

    private EventTopic Topic() =>
        new(_store, _client.CreateSender(EventTopic.Name), TimeProvider.System, NullLogger<EventTopic>.Instance);

    private static BinaryData BodyOf(Message message) => new(((Data)message.BodySection).Binary);

    private static EventMessage Event(long number) =>
        new(
            $"warning-acme-{number}",
            "warning",
            "raised",
            number,
            Now,
            null,
            "acme",
            "red",
            null,
            80,
            "Entered",
            "story",
            IsDrill: false,
            "http://localhost/"
        );

    private static TopicMentions Of(IEnumerable<Mention> mentions) =>
        new(new TopicId("acme"), [.. mentions.Select(MatchedMention.Of)]);

    private static Mention Mention(int number, string text) =>
        new()
        {
            Id = new MentionId(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            Source = "forum",
            Category = SourceCategory.Forum,
            Title = $"Number {number}",
            Text = text,
            Seen = Now,
        };
}
