using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Response.Tests.Engine;

/// <summary>Two instances of a host at the same effect in the same moment.</summary>
public sealed class Two_at_one_effect
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    [Fact(Timeout = 120_000)]
    public async Task Two_at_one_effect_send_one_mail()
    {
        var (one, other, effect) = await OpenedAsync();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        one.World.WhileSending = () =>
        {
            begun.TrySetResult();
            return go.Task;
        };

        var first = one.Effects.PerformAsync(Id, effect, Start);
        await begun.Task;
        var second = await other.Effects.PerformAsync(Id, effect, Start);
        go.SetResult();

        Assert.Equal(
            new ActionOutcome.FailedForNow(Start + Claim, "It is not time to try again, or somebody is at it."),
            second
        );
        Assert.IsType<ActionOutcome.Done>(await first);
        Assert.Equal($"{Id}.{effect}", Assert.Single(one.World.Mails).Id);
        Assert.IsType<ActionOutcome.Done>(await other.Effects.PerformAsync(Id, effect, Start + Claim));
        Assert.Single(one.World.Mails);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_at_one_effect_send_it_after_all_when_the_first_one_died_on_the_way()
    {
        var (one, other, effect) = await OpenedAsync();
        one.World.WhileSending = () => throw new InvalidOperationException("died");
        await Assert.ThrowsAsync<InvalidOperationException>(() => one.Effects.PerformAsync(Id, effect, Start));
        one.World.WhileSending = () => Task.CompletedTask;

        Assert.IsType<ActionOutcome.FailedForNow>(
            await other.Effects.PerformAsync(Id, effect, Start + Claim - TimeSpan.FromSeconds(1))
        );
        Assert.Equal([Id], await other.Sweep.RunAsync(Start + Claim));
        Assert.IsType<ActionOutcome.Done>(await other.Effects.PerformAsync(Id, effect, Start + Claim));

        Assert.Single(one.World.Mails);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_at_one_effect_keep_the_pause_that_the_outlet_asked_for()
    {
        var (one, _, effect) = await OpenedAsync();
        one.World.Answers.Enqueue(new Delivery.FailedForNow("busy", TimeSpan.FromMinutes(30)));

        var failed = Assert.IsType<ActionOutcome.FailedForNow>(await one.Effects.PerformAsync(Id, effect, Start));

        Assert.True(failed.RetryAt >= Start.AddMinutes(30));
    }

    private static async Task<(CaseApp One, CaseApp Other, string Effect)> OpenedAsync()
    {
        var plain = await CaseApp.StartAsync(new MemoryEntityStore());
        var (one, other) = (
            new CaseApp(plain.Store, plain.World, plain.Clock, Claim),
            new CaseApp(plain.Store, plain.World, plain.Clock, Claim)
        );
        var open = Open();
        await one.Signals.RaiseAsync(Id, "open", open, null);
        var progress = await one.Step.AdvanceAsync(Id, Start);
        return (one, other, progress.PendingActions[0]);
    }
}
