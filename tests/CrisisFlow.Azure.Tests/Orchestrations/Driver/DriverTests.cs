using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>The driver is only worth what it finds: every fault seeded here must fail.</summary>
public sealed class DriverTests
{
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 120_000)]
    public async Task A_random_input_is_found()
    {
        var failed = await FailsAsync(async context =>
        {
            await context.CallActivityAsync<string>("A", Guid.NewGuid());
            await context.WaitForExternalEvent<string>("e");
        });

        Assert.StartsWith("Action 0 was CallActivity { Id = 0, Name = A, ", failed.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_order_that_changes_is_found()
    {
        var turn = 0;
        await FailsAsync(async context =>
        {
            string[] names = turn++ == 0 ? ["A", "B"] : ["B", "A"];
            foreach (var name in names)
                await context.CallActivityAsync<string>(name);
        });
    }

    [Fact(Timeout = 120_000)]
    public async Task A_wall_clock_is_found()
    {
        await FailsAsync(async context =>
        {
            await context.CallActivityAsync<string>("A");
            await context.CreateTimer(DateTime.UtcNow.AddTicks(Random.Shared.Next(1, 1000)), CancellationToken.None);
        });
    }

    [Fact(Timeout = 120_000)]
    public async Task Awaiting_anything_else_is_found() => await FailsAsync(context => Task.Delay(Timeout.Infinite));

    [Fact(Timeout = 120_000)]
    public async Task A_second_wait_beside_the_first_is_found()
    {
        var failed = await FailsAsync(async context =>
        {
            while (true)
            {
                using var lost = new CancellationTokenSource();
                await Task.WhenAny(
                    context.WaitForExternalEvent<string>("e"),
                    context.CreateTimer(TimeSpan.FromMinutes(1), lost.Token)
                );
                lost.Cancel();
            }
        });

        Assert.Equal("2 waits are open at once; all but one would eat signals that nobody looks at.", failed.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_timer_left_behind_is_found()
    {
        var driver = Drive(async context =>
        {
            await Task.WhenAny(
                context.WaitForExternalEvent<string>("e"),
                context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)
            );
        });
        await driver.RunAsync();
        driver.Raise("e", "\"\"");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(driver.RunAsync);
        Assert.Equal(
            "The orchestrator ended with 1 timers running; the back end keeps it alive until they fire.",
            failed.Message
        );
    }

    private async Task<NonDeterministicOrchestratorException> FailsAsync(
        Func<TaskOrchestrationContext, Task> orchestrator
    )
    {
        var driver = Drive(orchestrator);
        return await Assert.ThrowsAsync<NonDeterministicOrchestratorException>(async () =>
        {
            for (var step = 0; step < 5; step++)
            {
                await driver.RunAsync();
                _now = driver.NextTimer ?? _now;
            }
        });
    }

    private OrchestrationDriver Drive(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        var driver = new OrchestrationDriver("Test", "i", orchestrator, (_, _) => Task.FromResult("\"\""), () => _now);
        driver.Start("null");
        return driver;
    }
}
