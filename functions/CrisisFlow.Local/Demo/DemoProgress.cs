using System.Globalization;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Local.Demo;

/// <summary>
/// One line of progress: rewritten on a terminal, a new one every few seconds elsewhere.
/// </summary>
internal sealed class DemoProgress(LocalCrisisFlow host, DemoArchive archive, DemoClock clock)
{
    private static readonly TopicId Brand = new("chengguo");

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var last = "";
        try
        {
            for (var i = 0; !cancellation.IsCancellationRequested; i++)
            {
                clock.Adjust();
                var line = await LineAsync(cancellation);
                if (!Console.IsOutputRedirected)
                    Console.Write("\r" + line.PadRight(Math.Max(last.Length, line.Length)));
                else if (i % 10 == 0 && line != last)
                    Console.WriteLine(line);
                last = line;
                // Real time, not the demo's: people read this line.
                await Task.Delay(Step, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine();
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var now = clock.Time.GetUtcNow().ToOffset(Shanghai);
        var journal = host.Services.GetRequiredService<CaseJournal>();
        var day = (int)(now.Date - archive.Start.ToOffset(Shanghai).Date).TotalDays + 1;
        var cases = new List<CaseListing>();
        await foreach (var one in journal.ListAsync(20, cancellation))
            cases.Add(one);
        var state = cases.Count == 0 ? "no case" : string.Join("; ", cases.Select(State));
        var index = (await IndexAsync(now, cancellation)).ToString("0", CultureInfo.InvariantCulture);
        var waiting = clock.IsWaiting ? "  (the clock waits while you read)" : "";
        var mentions = $"{archive.Delivered}/{archive.Count} mentions";
        return $"day {day} {now:HH:mm}  {mentions}  risk index {index}  {state}{waiting}";
    }

    private static string State(CaseListing one) =>
        (one.Phase is { } phase ? $"{one.Level} case in {phase}" : $"case ended: {one.Ending}").ToLowerInvariant();

    /// <summary>
    /// The brand's risk index as it was evaluated last, 0 to 100; 0 when it was not within the last day.
    /// </summary>
    private async Task<double> IndexAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var hours = await host
            .Services.GetRequiredService<RiskIndexStore>()
            .ReadAsync(Brand, now.AddDays(-1), now, cancellation);
        return hours.Count == 0 ? 0 : hours.MaxBy(hour => hour.Key).Value;
    }
}
