using System.Diagnostics;
using Xunit;

namespace CrisisFlow.Testing.Clock;

/// <summary>
/// Bounds on time and memory that hold beside other tests on few cores: what is slow is slow every time, what only had
/// to wait is quick at another try.
/// </summary>
public static class Takes
{
    private const int Tries = 5;

    /// <summary>
    /// Runs <paramref name="work"/> until one run stays within <paramref name="bound"/>; fails when none of five does.
    /// </summary>
    public static void AtMost(TimeSpan bound, Action work)
    {
        var fastest = Fastest(work, enough: bound);
        Assert.True(fastest <= bound, $"The fastest of {Tries} runs took {fastest}; the bound is {bound}.");
    }

    /// <summary>
    /// Fails when work of four times the length takes more than twelve times as long at each of three tries: four is
    /// linear, collections make it a few more, sixteen is quadratic. What takes less than a quarter of a second is too
    /// short to tell.
    /// </summary>
    /// <param name="work">Makes work of a length; the making is not counted.</param>
    public static void LinearTime(int length, Func<int, Action> work)
    {
        const int tries = 3;
        for (var i = 1; ; i++)
        {
            var (quarter, whole) = (Fastest(work(length / 4)), Fastest(work(length)));
            var bound = TimeSpan.FromTicks(Math.Max(12 * quarter.Ticks, TimeSpan.TicksPerSecond / 4));
            if (whole <= bound)
                return;
            if (i == tries)
                Assert.Fail($"A quarter of the length took {quarter}, the whole {whole}; the bound is {bound}.");
        }
    }

    /// <summary>
    /// Fails when each of five runs of <paramref name="work"/> allocates; a pool that a collection emptied fills itself
    /// again in one.
    /// </summary>
    public static void NoMemory(Action work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Tries && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static TimeSpan Fastest(Action work, TimeSpan enough = default)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < Tries && fastest > enough; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var taken = Stopwatch.GetElapsedTime(start);
            if (taken < fastest)
                fastest = taken;
        }

        return fastest;
    }
}
