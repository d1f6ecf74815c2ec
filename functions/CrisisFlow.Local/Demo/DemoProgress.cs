using System.Globalization;
using CrisisFlow.Local.Hosting;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Local.Demo;

/// <summary>One line that says where the story stands: rewritten on a terminal, a new one every few seconds elsewhere.</summary>
internal sealed class DemoProgress(LocalCrisisFlow host, DemoArchive archive, DemoClock clock)
{
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
                if (!Console.IsOutputRedirected) Console.Write("\r" + line.PadRight(Math.Max(last.Length, line.Length)));
                else if (i % 10 == 0 && line != last) Console.WriteLine(line);
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
        var day = (int)(now.Date - archive.Start.ToOffset(Shanghai).Date).TotalDays + 1;
        var cases = new List<CaseListing>();
        await foreach (var one in host.Product.Journal.ListAsync(20, cancellation)) cases.Add(one);
        var state = cases.Count == 0 ? "no case" : string.Join("; ", cases.Select(c => c.Phase is { } phase ? $"{c.Level} case in {phase}".ToLowerInvariant() : $"case ended: {c.Ending}".ToLowerInvariant()));
        var index = (await host.Product.IndexAsync("chengguo", cancellation)).ToString("0", CultureInfo.InvariantCulture);
        return $"day {day} {now:HH:mm}  {archive.Delivered}/{archive.Count} mentions  risk index {index}  {state}{(clock.IsWaiting ? "  (the clock waits while you read)" : "")}";
    }
}
