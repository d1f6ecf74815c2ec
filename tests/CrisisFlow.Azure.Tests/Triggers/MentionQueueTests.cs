using Azure.Messaging.ServiceBus;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Tests.Messaging;
using CrisisFlow.Azure.Triggers;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Tests.Triggers;

/// <summary>The queue from polling to scoring, on a bus inside this process.</summary>
public sealed class MentionQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly InProcessBus _bus = new();
    private readonly MemoryEntityStore _store = new();
    private readonly HastyClock _clock = new(Now);
    private readonly MentionScoring _scoring;

    public MentionQueueTests()
    {
        var topics = new TopicSet([
            new()
            {
                Id = "acme",
                Name = "Acme",
                Match = "acme",
            },
            new()
            {
                Id = "other",
                Name = "Other",
                Match = "other",
            },
        ]);
        _scoring = new MentionScoring(_store, topics, new BucketStore(_store));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_enqueued_is_scored_once_in_the_session_of_its_topic()
    {
        await CreateTablesAsync();
        await Queue().EnqueueAsync(Of("acme", Mention(1), Mention(2)));
        await Queue().EnqueueAsync(Of("other", Mention(3)));
        await Queue().EnqueueAsync(Of("acme", Mention(1), Mention(2)));

        var sessions = await DrainAsync();

        Assert.Equal(["acme", "other"], sessions);
        Assert.Equal(2, await CountAsync("acme"));
        Assert.Equal(1, await CountAsync("other"));
        Assert.Empty(DeadLetters());
    }

    [Fact(Timeout = 120_000)]
    public async Task What_nobody_can_read_is_set_aside_with_its_reason_and_costs_the_others_nothing()
    {
        await CreateTablesAsync();
        await _bus.CreateSender(ServiceBusMentionQueue.Name)
            .SendMessageAsync(
                new ServiceBusMessage(new BinaryData("{\"version\":9,\"topic\":\"acme\",\"mentions\":[]}"u8.ToArray()))
                {
                    SessionId = "acme",
                }
            );
        await _bus.CreateSender(ServiceBusMentionQueue.Name)
            .SendMessageAsync(new ServiceBusMessage(new BinaryData("no JSON"u8.ToArray())) { SessionId = "acme" });
        await Queue().EnqueueAsync(Of("acme", Mention(1)));

        await DrainAsync();

        var dead = DeadLetters();
        Assert.Equal(["unreadable", "unreadable"], dead.Select(message => message.DeadLetterReason));
        Assert.Equal("The message has version 9; this program reads version 1.", dead[0].DeadLetterErrorDescription);
        Assert.Equal(1, await CountAsync("acme"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_store_that_cannot_answer_lets_the_message_come_again_and_counts_it_once()
    {
        // No tables yet: the store cannot answer.
        await Queue().EnqueueAsync(Of("acme", Mention(1)));
        await DrainAsync(rounds: 3);
        Assert.Empty(DeadLetters());

        await CreateTablesAsync();
        await DrainAsync();

        Assert.Equal(1, await CountAsync("acme"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_store_that_is_away_for_some_minutes_costs_no_delivery()
    {
        await Queue().EnqueueAsync(Of("acme", Mention(1)));
        // Minutes 0 to 3: no tables. Then they are there, in the middle of one delivery.
        _clock.Passed = now => now >= Now.AddMinutes(3) ? CreateTablesAsync() : Task.CompletedTask;

        await DrainAsync(rounds: 1);

        Assert.Equal(1, await CountAsync("acme"));
        Assert.InRange(_clock.GetUtcNow(), Now.AddMinutes(3), Now.AddMinutes(4));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_message_that_a_bug_cannot_score_is_set_aside_alone()
    {
        await CreateTablesAsync();
        var topics = new TopicSet([
            new()
            {
                Id = "acme",
                Name = "Acme",
                Match = "acme",
            },
        ]);
        var scoring = new MentionScoring(_store, topics, new BucketStore(_store));
        scoring.Stored += (_, mentions) =>
        {
            if (mentions == 2)
                throw new InvalidOperationException("bug");
        };
        foreach (var batch in new Mention[][] { [Mention(1)], [Mention(2), Mention(3)], [Mention(4)] })
            await Queue().EnqueueAsync(Of("acme", batch));

        await Assert.ThrowsAsync<InvalidOperationException>(() => DrainAsync(scoring: scoring));

        Assert.Equal(4, await CountAsync("acme"));
        var left = await LeftAsync();
        Assert.Equal([1], left);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_fails_ten_times_is_set_aside()
    {
        await Queue().EnqueueAsync(Of("acme", Mention(1)));

        await DrainAsync(rounds: 12);

        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(DeadLetters()).DeadLetterReason);
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_long_mentions_are_split_to_what_the_service_takes()
    {
        await CreateTablesAsync();
        var mentions = Enumerable
            .Range(0, 200)
            .Select(i => Mention(i) with { Text = new string('长', 8_000) })
            .ToArray();

        await Queue().EnqueueAsync(Of("acme", mentions));
        await DrainAsync();

        Assert.Equal(200, await CountAsync("acme"));
    }

    private ServiceBusMentionQueue Queue() => new(_bus.CreateSender(ServiceBusMentionQueue.Name), TimeProvider.System);

    private static TopicMentions Of(string topic, params Mention[] mentions) =>
        new(new TopicId(topic), [.. mentions.Select(MatchedMention.Of)]);

    private Task CreateTablesAsync() => _store.CreateTablesAsync(MentionTables.All);

    /// <summary>
    /// What the Functions host does: takes a session, hands over a batch, settles what the function said.
    /// </summary>
    private async Task<IReadOnlyList<string>> DrainAsync(int rounds = 100, MentionScoring? scoring = null)
    {
        var sessions = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            try
            {
                await using var session = await _bus.AcceptNextSessionAsync(ServiceBusMentionQueue.Name);
                sessions.Add(session.SessionId);
                await new MentionQueue(scoring ?? _scoring, _clock).ScoreAsync(
                    [.. await session.ReceiveMessagesAsync(32)],
                    new Actions(session),
                    CancellationToken.None
                );
            }
            catch (ServiceBusException empty) when (empty.Reason == ServiceBusFailureReason.ServiceTimeout)
            {
                break;
            }
        }

        return [.. sessions.Distinct()];
    }

    private IReadOnlyList<ServiceBusReceivedMessage> DeadLetters() => _bus.DeadLetters(ServiceBusMentionQueue.Name);

    /// <summary>Delivery counts of what waits in the session.</summary>
    private async Task<IReadOnlyList<int>> LeftAsync()
    {
        await using var session = await _bus.AcceptNextSessionAsync(ServiceBusMentionQueue.Name);
        return [.. (await session.ReceiveMessagesAsync(100)).Select(message => message.DeliveryCount - 1)];
    }

    private async Task<int> CountAsync(string topic)
    {
        var count = 0;
        await foreach (var _ in _store.ScanAsync(MentionTables.Mentions, topic + "|2026030209", RowRange.Prefix("m-")))
            count++;
        return count;
    }

    private static Mention Mention(int number) =>
        new()
        {
            Id = new MentionId(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            Source = "forum",
            Category = SourceCategory.Forum,
            Title = $"The cooker of Acme burns, number {number}",
            Text = "",
            Seen = Now,
        };

    private sealed class Actions(ServiceBusSessionReceiver session) : ServiceBusMessageActions
    {
        public override Task CompleteMessageAsync(
            ServiceBusReceivedMessage message,
            CancellationToken cancellationToken = default
        ) => session.CompleteMessageAsync(message, cancellationToken);

        public override Task AbandonMessageAsync(
            ServiceBusReceivedMessage message,
            IDictionary<string, object>? propertiesToModify = default,
            CancellationToken cancellationToken = default
        ) => session.AbandonMessageAsync(message, propertiesToModify, cancellationToken);

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = default,
            string? deadLetterReason = default,
            string? deadLetterErrorDescription = default,
            CancellationToken cancellationToken = default
        ) => session.DeadLetterMessageAsync(message, deadLetterReason!, deadLetterErrorDescription, cancellationToken);
    }
}
