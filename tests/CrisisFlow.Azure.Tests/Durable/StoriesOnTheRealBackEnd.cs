using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>The product's orchestrator on the Durable extension and its storage back end, over Azurite.</summary>
public sealed class StoriesOnTheRealBackEnd(RealDurable durable) : IClassFixture<RealDurable>
{
    public static TheoryData<string> Stories() => [.. Storyline.All.Keys];

    [Theory(Timeout = 240_000)]
    [MemberData(nameof(Stories))]
    public async Task The_journal_is_that_of_one_machine_event_by_event(string story)
    {
        var local = new LocalStory(new());
        await Storyline.All[story](local);

        var azure = await durable.ToldAsync(story);

        Assert.Equal(await local.JournalAsync(), await azure.JournalAsync());
        Assert.Equal(local.World.Mails, azure.World.Mails);
        Assert.Equal(local.World.Publications, azure.World.Publications);
        Assert.Equal(1, azure.Client.Starts);
        Assert.Empty(azure.Log);
    }

    [Fact(Timeout = 240_000)]
    public async Task Every_event_is_announced_once_and_in_order()
    {
        var azure = await durable.ToldAsync("approve");

        var journal = await azure.JournalAsync();
        Assert.Equal(
            Enumerable.Range(1, journal.Count).Select(number => $"case-case-1-{number}"),
            azure.Events.Sent.Select(message => message.MessageId)
        );
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await azure.StatusAsync());
    }

    [Fact(Timeout = 240_000)]
    public async Task Sixty_signals_while_the_history_is_cut_are_all_taken()
    {
        var azure = await durable.BeginAsync("sixty");
        await azure.TellAsync("open", StoryCase.Open);
        await azure.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        await azure.TellAsync(
            "draft-1-ann",
            new CaseCommand.DraftStatement(azure.Clock.GetUtcNow(), StoryCase.Ann, StoryCase.Texts("We recall it.")),
            StoryCase.Ann
        );

        await Task.WhenAll(
            Enumerable
                .Range(1, 60)
                .Select(async number =>
                {
                    await azure.StoreAsync(
                        $"note-{number}",
                        new CaseCommand.AddNote(azure.Clock.GetUtcNow(), StoryCase.Ann, $"Note {number}."),
                        StoryCase.Ann
                    );
                    await azure.WakeOnlyAsync();
                })
        );
        await azure.TellAsync(
            "approve-1-len",
            new CaseCommand.Approve(azure.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
            StoryCase.Len
        );

        Assert.Equal(
            60,
            (await azure.JournalAsync()).Count(line => line.Contains("\"Note ", StringComparison.Ordinal))
        );
        Assert.Equal(["v1-statement-page-zh", "v1-webhook-en"], azure.World.Publications.Order(StringComparer.Ordinal));
        Assert.Equal((OrchestrationRuntimeStatus?)OrchestrationRuntimeStatus.Running, await azure.StatusAsync());
    }

    [Fact(Timeout = 240_000)]
    public async Task Three_who_wake_a_case_at_once_start_one_run()
    {
        var azure = await durable.BeginAsync("three");
        await azure.StoreAsync("open", StoryCase.Open);

        await Task.WhenAll(azure.WakeOnlyAsync(), azure.WakeOnlyAsync(), azure.WakeOnlyAsync());
        await azure.UntilAsync(StoryCase.At(9, 1));

        Assert.Equal(["TriageAsked to ann"], await azure.MailsAsync());
        Assert.Empty(azure.Log);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_store_that_fails_for_now_is_asked_again_by_the_extensions_own_retries()
    {
        var azure = await durable.BeginAsync("shaken");
        var failures = 0;
        azure.BeforeActivity = (activity, _) =>
            ++failures <= 2
                ? throw new StoreUnavailableException("Table Storage answered 503 (ServerBusy).")
                : Task.CompletedTask;

        await azure.TellAsync("open", StoryCase.Open);

        Assert.True(failures > 2);
        Assert.Equal(["TriageAsked to ann"], await azure.MailsAsync());
        Assert.Equal(1, azure.Client.Starts);
    }

    [Fact(Timeout = 240_000)]
    public async Task A_run_that_a_bug_ended_is_started_anew_by_the_sweep_and_loses_nothing()
    {
        var azure = await durable.BeginAsync("bug");
        await azure.TellAsync("open", StoryCase.Open);
        azure.BeforeActivity = (activity, _) =>
            activity == CaseActivities.Advance ? throw new InvalidOperationException("bug") : Task.CompletedTask;
        await azure.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await azure.StatusAsync());

        azure.BeforeActivity = (_, _) => Task.CompletedTask;
        await azure.SweepAsync();

        Assert.Equal(["TriageAsked to ann", "TaskAsked to ann"], await azure.MailsAsync());
        Assert.Equal(["Warning CaseRestarted: Case case-1 restarted: its run had ended as Failed"], azure.Log);
    }
}
