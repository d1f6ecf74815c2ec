using System.Text.Json;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;
using Grpc.Core;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>What only the Azure host can get wrong: runs that are started twice, cut off, or fail.</summary>
public sealed class AzureRunsCases
{
    [Fact(Timeout = 120_000)]
    public async Task An_approved_statement_goes_out_once_and_the_case_ends()
    {
        var azure = new AzureStory(new());

        await Storyline.ApproveAsync(azure);

        Assert.Equal(CaseEnding.Reviewed, Assert.IsType<CaseState.Closed>(await azure.StateAsync()).Ended.Ending);
        Assert.Equal(["v1-statement-page-zh", "v1-webhook-en"], azure.World.Publications.Order(StringComparer.Ordinal));
        Assert.True(azure.Run.IsCompleted);
        Assert.Equal(1, azure.Client.Starts);
    }

    [Fact(Timeout = 120_000)]
    public async Task Nobody_answers_and_the_case_is_given_up_at_the_end_of_the_chain()
    {
        var azure = new AzureStory(new());

        await Storyline.EscalateToTheEndAsync(azure);

        Assert.Equal(CaseEnding.NobodyAnswered, Assert.IsType<CaseState.Closed>(await azure.StateAsync()).Ended.Ending);
        Assert.Contains("Escalation to bea", await azure.MailsAsync());
        Assert.True(azure.Run.IsCompleted);
    }

    [Fact(Timeout = 120_000)]
    public async Task Waking_a_case_twice_at_once_starts_one_run()
    {
        var azure = new AzureStory(new());
        await azure.StoreAsync("open", StoryCase.Open);

        await Task.WhenAll(azure.WakeOnlyAsync(), azure.WakeOnlyAsync());
        await azure.UntilAsync(StoryCase.At(9, 1));

        Assert.Equal(1, azure.Client.Starts);
        Assert.Equal(["TriageAsked to ann"], await azure.MailsAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_signal_whose_host_died_before_it_told_the_run_is_swept_up()
    {
        var azure = new AzureStory(new());
        await azure.TellAsync("open", StoryCase.Open);
        await azure.UntilAsync(StoryCase.At(9, 5));

        await azure.StoreAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        await azure.UntilAsync(StoryCase.At(9, 6));
        Assert.DoesNotContain("TaskAsked to ann", await azure.MailsAsync());
        await azure.SweepAsync();

        Assert.Contains("TaskAsked to ann", await azure.MailsAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_run_that_a_bug_ended_is_started_anew_by_the_sweep_and_loses_nothing()
    {
        var azure = new AzureStory(new());
        await azure.TellAsync("open", StoryCase.Open);
        azure.BeforeActivity = activity => throw new InvalidOperationException($"bug in {activity}");
        await azure.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        Assert.NotNull(azure.Run.Failure);

        azure.BeforeActivity = null;
        await azure.SweepAsync();

        Assert.Equal(2, azure.Client.Starts);
        Assert.Null(azure.Run.Failure);
        Assert.Equal(["TriageAsked to ann", "TaskAsked to ann"], await azure.MailsAsync());
        Assert.Equal(["Warning CaseRestarted: Case case-1 restarted: its run had ended as Failed"], azure.Log);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_run_that_ends_between_the_look_and_the_telling_is_started_anew_and_loses_nothing()
    {
        var azure = new AzureStory(new());
        await azure.TellAsync("open", StoryCase.Open);
        azure.Client.BeforeRaise = _ =>
        {
            azure.Client.BeforeRaise = null;
            azure.Run.Terminate();
        };

        await azure.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );

        Assert.Equal(2, azure.Client.Starts);
        Assert.Equal(["TriageAsked to ann", "TaskAsked to ann"], await azure.MailsAsync());
        Assert.Empty(azure.Log);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_decides_is_not_told_of_a_run_that_cannot_be_told_and_the_sweep_makes_up_for_it()
    {
        var azure = new AzureStory(new());
        await azure.TellAsync("open", StoryCase.Open);
        azure.Client.BeforeRaise = _ =>
            throw new RpcException(new Status(StatusCode.Unavailable, "The Durable extension is away."));

        await azure.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(azure.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        Assert.Equal(["TriageAsked to ann"], await azure.MailsAsync());
        azure.Client.BeforeRaise = null;
        await azure.SweepAsync();

        Assert.Equal(["TriageAsked to ann", "TaskAsked to ann"], await azure.MailsAsync());
        Assert.Equal(["Error CaseNotWoken: Case case-1 could not be notified; the next sweep retries"], azure.Log);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(CaseActivities.Advance)]
    [InlineData(CaseActivities.Perform)]
    public async Task A_store_that_fails_at_every_third_call_changes_no_story(string activity)
    {
        var (calm, shaken) = (new AzureStory(new()), new AzureStory(new()));
        var calls = 0;
        shaken.BeforeActivity = name =>
        {
            if (name == activity && ++calls % 3 == 0)
                throw new StoreUnavailableException("Table Storage answered 503 (ServerBusy).");
        };

        await Storyline.ApproveAsync(calm);
        await Storyline.ApproveAsync(shaken);

        Assert.True(calls > 5);
        Assert.Equal(calm.World.Mails.Order(StringComparer.Ordinal), shaken.World.Mails.Order(StringComparer.Ordinal));
        Assert.Equal(calm.World.Publications, shaken.World.Publications);
        Assert.Equal((await calm.StateAsync()).GetType(), (await shaken.StateAsync()).GetType());
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_event_is_announced_once_and_in_order_also_when_the_bus_was_away()
    {
        var azure = new AzureStory(new());
        azure.Events.Failures = 4;

        await Storyline.ApproveAsync(azure);

        var journal = await azure.JournalAsync();
        Assert.Equal(
            Enumerable.Range(1, journal.Count).Select(number => $"case-case-1-{number}"),
            azure.Events.Sent.Select(message => message.MessageId)
        );
        using var first = JsonDocument.Parse(azure.Events.Sent[0].Body.ToString());
        Assert.Equal("opened", azure.Events.Sent[0].Subject);
        Assert.Equal("case", azure.Events.Sent[0].ApplicationProperties["kind"]);
        Assert.Equal("orange", azure.Events.Sent[0].ApplicationProperties["level"]);
        Assert.Equal(1, first.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("acme", first.RootElement.GetProperty("topicId").GetString());
        Assert.Equal(72, first.RootElement.GetProperty("index").GetDouble());
        Assert.Equal("http://localhost:7071/cases/case-1", first.RootElement.GetProperty("url").GetString());
        // Names and addresses of people stay inside.
        Assert.DoesNotContain("@example.com", azure.Events.Sent[0].Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("closed", azure.Events.Sent[^1].Subject);
    }
}
