using CrisisFlow.Azure.Tests.Orchestrations.Driver;

namespace CrisisFlow.Azure.Tests.Costs;

/// <summary>An hour of this host's timers in which the sources have nothing new.</summary>
internal static class QuietHour
{
    /// <returns>By timer, how often it ran and how many transactions that took.</returns>
    public static async Task<IReadOnlyDictionary<string, (int Runs, long Transactions)>> RunAsync(
        CountedProduct product,
        Action? begins = null
    )
    {
        await product.Timers.PollAsync(null!, CancellationToken.None);
        await product.ScoreAsync();
        var client = new DriverClient(_ => Task.CompletedTask, (_, _) => Task.FromResult(""), product.Clock.GetUtcNow);
        // What the first feeds brought has been looked at; from here on the hour is quiet.
        await product.Timers.EvaluateAsync(null!, client, CancellationToken.None);
        begins?.Invoke();
        var counted = new Dictionary<string, (int Runs, long Transactions)>();
        for (var minute = 1; minute <= 60; minute++)
        {
            product.Clock.SetUtcNow(product.Clock.GetUtcNow().AddMinutes(1));
            await CountAsync("evaluate", () => product.Timers.EvaluateAsync(null!, client, CancellationToken.None));
            if (minute % 5 == 0)
                await CountAsync("poll", () => product.Timers.PollAsync(null!, CancellationToken.None));
            if (minute % 2 == 0)
                await CountAsync("sweep", () => product.Timers.SweepAsync(null!, client, CancellationToken.None));
        }

        return counted;

        async Task CountAsync(string name, Func<Task> timer)
        {
            var (runs, transactions) = counted.GetValueOrDefault(name);
            counted[name] = (runs + 1, transactions + await product.Store.CountAsync(timer));
        }
    }
}
