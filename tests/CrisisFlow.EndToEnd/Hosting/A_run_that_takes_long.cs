using CrisisFlow.Local.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.EndToEnd.Hosting;

public sealed class A_run_that_takes_long
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero));
    private readonly Queue<Task> _runs = new();

    private OverlappingRuns Runs => field ??= new(_ => _runs.Dequeue(), TimeSpan.FromSeconds(1), _clock);

    [Fact(Timeout = 120_000)]
    public async Task A_run_that_takes_long_does_not_hold_up_the_next_ones_and_its_failure_is_told_all_the_same()
    {
        var slow = new TaskCompletionSource();
        _runs.Enqueue(slow.Task);
        var first = Runs.RunAsync(TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await first;

        _runs.Enqueue(Task.CompletedTask);
        await Runs.RunAsync(TestContext.Current.CancellationToken);

        slow.SetException(new InvalidOperationException("The disk is full."));
        _runs.Enqueue(Task.CompletedTask);
        Assert.Equal(
            "The disk is full.",
            (
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    Runs.RunAsync(TestContext.Current.CancellationToken)
                )
            ).Message
        );
        _runs.Enqueue(Task.CompletedTask);
        await Runs.RunAsync(TestContext.Current.CancellationToken);
    }
}
