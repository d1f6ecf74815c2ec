using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Warnings;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>Stories that a host runs. Each is told to both hosts, and their journals must be the same.</summary>
internal static class Storyline
{
    public static readonly IReadOnlyDictionary<string, Func<StoryHost, Task>> All = new Dictionary<
        string,
        Func<StoryHost, Task>
    >
    {
        ["approve"] = ApproveAsync,
        ["reject and redraft"] = RejectAndRedraftAsync,
        ["remind"] = RemindAsync,
        ["escalate to the end"] = EscalateToTheEndAsync,
        ["re-flare"] = ReflareAsync,
        ["stop"] = StopAsync,
        ["late and duplicate signals"] = LateAndDuplicateAsync,
        ["mail failing for now"] = MailFailingForNowAsync,
        ["mail failing for good"] = MailFailingForGoodAsync,
        ["publication failing for good"] = PublicationFailingForGoodAsync,
    };

    public static async Task ApproveAsync(StoryHost host)
    {
        await ToApprovalAsync(host);
        await host.UntilAsync(StoryCase.At(9, 40));
        await host.TellAsync(
            "approve-1-len",
            new CaseCommand.Approve(host.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
            StoryCase.Len
        );
        await host.UntilAsync(StoryCase.At(13));
        await host.TellAsync(
            "review-ann",
            new CaseCommand.WriteReview(host.Clock.GetUtcNow(), StoryCase.Ann, "Faster next time."),
            StoryCase.Ann
        );
        await host.UntilAsync(StoryCase.At(9, day: 3));
    }

    public static async Task RejectAndRedraftAsync(StoryHost host)
    {
        await ToApprovalAsync(host);
        await host.UntilAsync(StoryCase.At(9, 40));
        await host.TellAsync(
            "reject-1-len",
            new CaseCommand.Reject(
                host.Clock.GetUtcNow(),
                StoryCase.Len,
                1,
                StoryCase.Hash("We recall it."),
                "Name the batch."
            ),
            StoryCase.Len
        );
        await host.UntilAsync(StoryCase.At(10));
        await host.TellAsync(
            "draft-2-ann",
            new CaseCommand.DraftStatement(
                host.Clock.GetUtcNow(),
                StoryCase.Ann,
                StoryCase.Texts("We recall batch 7.")
            ),
            StoryCase.Ann
        );
        await host.UntilAsync(StoryCase.At(10, 10));
        await host.TellAsync(
            "approve-2-len",
            new CaseCommand.Approve(host.Clock.GetUtcNow(), StoryCase.Len, 2, StoryCase.Hash("We recall batch 7.")),
            StoryCase.Len
        );
        await host.UntilAsync(StoryCase.At(13));
    }

    public static async Task RemindAsync(StoryHost host)
    {
        await host.TellAsync("open", StoryCase.Open);
        await host.UntilAsync(StoryCase.At(10, 30));
        await TriageAsync(host);
        await host.UntilAsync(StoryCase.At(11));
    }

    public static async Task EscalateToTheEndAsync(StoryHost host)
    {
        await host.TellAsync("open", StoryCase.Open);
        await host.UntilAsync(StoryCase.At(9, day: 10));
    }

    public static async Task ReflareAsync(StoryHost host)
    {
        await ToApprovalAsync(host);
        await host.TellAsync(
            "approve-1-len",
            new CaseCommand.Approve(host.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
            StoryCase.Len
        );
        await host.UntilAsync(StoryCase.At(10));
        await host.TellAsync(
            "flare-1",
            new CaseCommand.FlareUp(host.Clock.GetUtcNow(), null, Level.Red, 88, "rose again")
        );
        await host.UntilAsync(StoryCase.At(16));
    }

    public static async Task StopAsync(StoryHost host)
    {
        await ToApprovalAsync(host);
        await host.UntilAsync(StoryCase.At(10));
        await host.TellAsync(
            "stop-ann",
            new CaseCommand.Stop(host.Clock.GetUtcNow(), StoryCase.Ann, "A test by mistake."),
            StoryCase.Ann
        );
        await host.UntilAsync(StoryCase.At(9, day: 2));
    }

    public static async Task LateAndDuplicateAsync(StoryHost host)
    {
        await ToApprovalAsync(host);
        for (var i = 0; i < 3; i++)
            await host.TellAsync(
                "approve-1-len",
                new CaseCommand.Approve(host.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
                StoryCase.Len
            );
        await host.UntilAsync(StoryCase.At(9, 50));
        await host.TellAsync(
            "reject-1-len",
            new CaseCommand.Reject(
                host.Clock.GetUtcNow(),
                StoryCase.Len,
                1,
                StoryCase.Hash("We recall it."),
                "Too late."
            ),
            StoryCase.Len
        );
        await host.TellAsync(
            "triage-again",
            new CaseCommand.DecideTriage(host.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Nothing),
            StoryCase.Ann
        );
        await host.UntilAsync(StoryCase.At(13));
    }

    public static async Task MailFailingForNowAsync(StoryHost host)
    {
        host.World.Fail("mail-", () => new Delivery.FailedForNow("busy", TimeSpan.FromMinutes(3)), times: 3);
        await ApproveAsync(host);
    }

    public static async Task MailFailingForGoodAsync(StoryHost host)
    {
        host.World.Fail("mail-", () => new Delivery.FailedForGood("no such mailbox"));
        await ApproveAsync(host);
    }

    public static async Task PublicationFailingForGoodAsync(StoryHost host)
    {
        host.World.Fail("webhook", () => new Delivery.FailedForGood("410 Gone"));
        await ToApprovalAsync(host);
        await host.TellAsync(
            "approve-1-len",
            new CaseCommand.Approve(host.Clock.GetUtcNow(), StoryCase.Len, 1, StoryCase.Hash("We recall it.")),
            StoryCase.Len
        );
        await host.UntilAsync(StoryCase.At(12));
    }

    public static async Task ToApprovalAsync(StoryHost host)
    {
        await host.TellAsync("open", StoryCase.Open);
        await host.UntilAsync(StoryCase.At(9, 10));
        await TriageAsync(host);
        await host.UntilAsync(StoryCase.At(9, 30));
        await host.TellAsync(
            "draft-1-ann",
            new CaseCommand.DraftStatement(host.Clock.GetUtcNow(), StoryCase.Ann, StoryCase.Texts("We recall it.")),
            StoryCase.Ann
        );
    }

    private static Task TriageAsync(StoryHost host) =>
        host.TellAsync(
            "triage-ann",
            new CaseCommand.DecideTriage(host.Clock.GetUtcNow(), StoryCase.Ann, TriageVerdict.Confirmed),
            StoryCase.Ann
        );
}
