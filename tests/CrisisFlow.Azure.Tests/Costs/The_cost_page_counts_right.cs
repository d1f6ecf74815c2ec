using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Tests.Orchestrations.Driver;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>What docs/cost.md calls measured is measured here, on the running program.</summary>
public sealed class The_cost_page_counts_right
{
    [Fact(Timeout = 120_000)]
    public async Task A_thousand_mentions_from_polling_to_evaluation()
    {
        const int sources = 50;
        const double mentions = sources * CountedProduct.ItemsAFeed;
        await using var product = await CountedProduct.StartAsync(sources);

        // The first look at a source reads what is known of it; from then on a feed brings what is new.
        var (_, _, bytes) = await RoundAsync(firstShown: 0);
        var (messages, taken, _) = await RoundAsync(firstShown: CountedProduct.ItemsAFeed);
        var (_, again, _) = await RoundAsync(firstShown: CountedProduct.ItemsAFeed + 1);

        Assert.Equal(mentions, messages.Sum(m => m.Mentions.Count));
        Assert.Multiple(
            () => Workload.Agrees("mentionsPerMessage", mentions / messages.Count),
            () => Workload.Agrees("mentionTableTransactions", taken / mentions),
            // Of each feed one item was new, the others came again.
            () =>
                Workload.Agrees(
                    "mentionAgainTableTransactions",
                    (again - (sources * taken / mentions)) / (mentions - sources)
                ),
            () => Workload.Agrees("mentionBytes", bytes / mentions)
        );

        async Task<(IReadOnlyList<TopicMentions> Messages, double Transactions, double Bytes)> RoundAsync(
            int firstShown
        )
        {
            product.FirstShown = firstShown;
            product.Clock.Advance(TimeSpan.FromMinutes(5));
            var before = MentionTables.All.Sum(product.Store.BytesOf);
            var polled = await product.Store.CountAsync(() => product.Timers.PollAsync(null!, CancellationToken.None));
            var handedOver = product.Messages.ToList();
            var scored = await product.Store.CountAsync(product.ScoreAsync);
            return (handedOver, polled + scored, MentionTables.All.Sum(product.Store.BytesOf) - before);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task An_hour_in_which_nothing_is_new()
    {
        await using var product = await CountedProduct.StartAsync(sources: 10);
        var transactions = await QuietHour.RunAsync(product);

        Assert.Empty(product.Messages);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", transactions));
        Workload.Agrees(
            "tableTransactionsPerIdleTimer",
            (double)transactions.Values.Sum(one => one.Transactions) / transactions.Values.Sum(one => one.Runs)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_from_its_opening_to_its_review()
    {
        var store = new CountingStore(new MemoryEntityStore());
        var azure = new AzureStory(new(), store);
        var activities = 0;
        azure.BeforeActivity = activity =>
            activities += activity is CaseActivities.Advance or CaseActivities.Perform ? 1 : 0;

        await Storyline.ApproveAsync(azure);

        Assert.Equal(CaseEnding.Reviewed, Assert.IsType<CaseState.Closed>(await azure.StateAsync()).Ended.Ending);
        Assert.Multiple(
            () => Workload.Agrees("activitiesPerCase", activities),
            () => Workload.Agrees("episodesPerCase", azure.Run.Replays),
            () => Workload.Agrees("tableTransactionsPerCase", store.Transactions),
            () => Workload.Agrees("mailsPerCase", azure.World.Mails.Count),
            () => Workload.Agrees("eventsPerCase", azure.Events.Sent.Count),
            () => Workload.Agrees("caseBytes", store.Bytes)
        );
    }
}
