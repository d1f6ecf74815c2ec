using System.Diagnostics;

namespace CrisisFlow.Evaluation.Throughput;

/// <param name="PerSecond">Texts per second on one core: the best of several runs.</param>
/// <param name="BytesPerText">Allocated on the heap.</param>
internal sealed record Timing(double PerSecond, double BytesPerText)
{
    private const int Runs = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public double Microseconds => 1e6 / PerSecond;

    public static Timing Of(IReadOnlyList<string> texts, Func<string, int> score)
    {
        var sink = 0;
        var clock = Stopwatch.StartNew();
        do sink ^= Pass();
        while (clock.Elapsed < WarmUp);
        var best = double.MaxValue;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < Runs; run++)
        {
            clock.Restart();
            sink ^= Pass();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(sink);
        return new Timing(texts.Count / best, bytes / (double)Runs / texts.Count);

        int Pass()
        {
            var result = 0;
            foreach (var text in texts)
                result ^= score(text);
            return result;
        }
    }
}
