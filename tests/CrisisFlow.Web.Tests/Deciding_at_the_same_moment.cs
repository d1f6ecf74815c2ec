using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>
/// Two answers that are both under way when neither is known yet: one counts, and the other is not told that it did.
/// </summary>
public sealed class Deciding_at_the_same_moment
{
    /// <summary>The green card of an answer that counted.</summary>
    private const string Thanks = "card good";

    [Fact(Timeout = 120_000)]
    public async Task Whoever_was_second_is_told_who_decided_and_is_not_thanked()
    {
        await using var desk = await SiteDesk.OpenAsync(quorum: new Quorum.First());
        await Walk.ToApprovalAsync(desk);
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        var chen = desk.LinkFor(SampleCase.Chen);
        await UnderWayAsync(
            desk,
            SampleCase.Bob,
            round => new CaseCommand.Approve(desk.Clock.GetUtcNow(), SampleCase.Bob.Id, round.Number, round.Hash)
        );

        var answer = await desk.PostWithAsync(chen, desk.SealOf(chen), ("decision", "reject"), ("comment", "no"));

        Assert.Equal(409, answer.Status);
        Assert.Contains("Bob Miller", answer.Text);
        Assert.DoesNotContain(Thanks, answer.Text);
        Assert.Single((await desk.CaseAsync()).File.Rounds[0].Stages[1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_approval_that_a_newer_version_overtook_is_called_out_of_date()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var ann = desk.LinkFor(SampleCase.Ann);
        var texts = (await desk.CaseAsync())
            .File.Versions[^1]
            .Texts.Select(text => text with { Body = text.Body + " 补充。" })
            .ToList();
        await UnderWayAsync(
            desk,
            SampleCase.Lin,
            _ => new CaseCommand.DraftStatement(desk.Clock.GetUtcNow(), SampleCase.Lin.Id, texts)
        );

        var answer = await desk.PostWithAsync(ann, desk.SealOf(ann), ("decision", "approve"));

        Assert.Equal(409, answer.Status);
        Assert.DoesNotContain(Thanks, answer.Text);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[0].Decisions);
    }

    // Stored, and not taken yet (its name comes before theirs in the queue): exactly what a click in the same
    // millisecond leaves.
    private static async Task UnderWayAsync(SiteDesk desk, Person by, Func<ApprovalRound, CaseCommand> command) =>
        await desk.Signals.RaiseAsync(
            SampleCase.Id,
            "a." + by.Id.Value,
            command((await desk.CaseAsync()).File.Rounds[^1]),
            by.Id
        );
}
