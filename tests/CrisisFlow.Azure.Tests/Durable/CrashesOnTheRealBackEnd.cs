using System.Diagnostics;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Azurite;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>Hosts that are killed as by kill -9, and two at once on one task hub.</summary>
public sealed class CrashesOnTheRealBackEnd(AzuriteStorage azurite)
{
    [Fact(Timeout = 240_000)]
    public async Task A_host_killed_over_a_mail_costs_a_minute_and_the_mail_goes_out_once()
    {
        await using var server = await ActivityServer.StartAsync();
        var first = await DurableHostProcess.StartAsync(azurite.ConnectionString, "Restarted", server.Address);
        await using var gone = first;
        var story = new DurableStory("restarted", server, first.Client);
        var atMail = new TaskCompletionSource();
        await story.TellAsync("open", StoryCase.Open);
        story.BeforeActivity = async (activity, aborted) =>
        {
            if (!activity.StartsWith("mail-", StringComparison.Ordinal))
                return;
            atMail.TrySetResult();
            await Task.Delay(Timeout.Infinite, aborted);
        };
        await story.StoreAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(story.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
        await story.WakeOnlyAsync();
        await atMail.Task;

        await first.KillAsync();
        var sinceKill = Stopwatch.StartNew();
        story.BeforeActivity = (_, _) => Task.CompletedTask;
        await using var second = await DurableHostProcess.StartAsync(
            azurite.ConnectionString,
            "Restarted",
            server.Address
        );
        story.Client = new StoryClient(second.Client, "restarted");
        await story.UntilAsync(StoryCase.At(9, 5));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{sinceKill.Elapsed.TotalSeconds:0} s from the kill to the mail."
        );
        Assert.InRange(sinceKill.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(150));
        Assert.Equal(["TriageAsked to ann", "TaskAsked to ann"], await story.MailsAsync());
    }

    [Fact(Timeout = 240_000)]
    public async Task Two_hosts_at_once_tell_the_same_story_and_one_goes_on_when_the_other_is_killed()
    {
        await using var server = await ActivityServer.StartAsync();
        await using var one = await DurableHostProcess.StartAsync(azurite.ConnectionString, "Pair", server.Address);
        await using var other = await DurableHostProcess.StartAsync(azurite.ConnectionString, "Pair", server.Address);
        var (local, first, second) = (
            new LocalStory(new()),
            new DurableStory("first", server, one.Client),
            new DurableStory("second", server, other.Client)
        );
        await Storyline.ApproveAsync(local);

        // Both clients tell both stories' runs, whichever host owns them.
        await Task.WhenAll(Storyline.ApproveAsync(first), Storyline.ToApprovalAsync(second));
        await one.KillAsync();
        await second.UntilAsync(StoryCase.At(9, 40));
        await second.TellAsync(
            "approve-1-len",
            new CaseCommand.Approve(second.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
            StoryCase.Len
        );
        await second.UntilAsync(StoryCase.At(13));
        await second.TellAsync(
            "review-ann",
            new CaseCommand.WriteReview(second.Clock.GetUtcNow(), StoryCase.Ann, "Faster next time."),
            StoryCase.Ann
        );
        await second.UntilAsync(StoryCase.At(9, day: 3));

        foreach (var story in (DurableStory[])[first, second])
        {
            Assert.Equal(await local.JournalAsync(), await story.JournalAsync());
            Assert.Equal(local.World.Mails, story.World.Mails);
            Assert.Equal(local.World.Publications, story.World.Publications);
        }

        // The killed host may have left the end of its run to the other one.
        first.Client = new StoryClient(other.Client, "first");
        await Task.WhenAll(first.EndedAsync(), second.EndedAsync());
        // Histories of runs that ended are purged, of one that runs not.
        var third = new DurableStory("third", server, other.Client);
        await third.TellAsync("open", StoryCase.Open);
        var purged = await other.Client.PurgeAllInstancesAsync(
            EndedRuns.CreatedBefore(DateTimeOffset.UtcNow.AddMinutes(1)),
            options: null
        );
        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.Null(await second.StatusAsync());
        Assert.NotNull(await third.StatusAsync());
    }
}
