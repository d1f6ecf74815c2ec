using System.Collections.Concurrent;
using CsCheck;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>
/// Cases led by chance. A failure prints its seed and the shortest walk found that still fails; the variable
/// CsCheck_Seed
/// runs it again.
/// </summary>
public sealed class Random_walks
{
    private const int Walks = 2_000;

    /// <summary>
    /// The opening and every step have a number of their own, so that a walk can be shrunk step by step.
    /// </summary>
    private static readonly Gen<WalkPlan> Plans = Gen.Select(
        Gen.Int[0, 99_999],
        Gen.Int[0, 99_999].Array[0, 120],
        (opening, steps) => new WalkPlan(opening, steps)
    );

    [Fact]
    public void A_random_case_never_breaks_what_must_hold()
    {
        var ended = new ConcurrentDictionary<string, int>();
        Plans.Sample(
            plan =>
            {
                var walk = new CaseWalk();
                walk.Run(plan);
                ended.AddOrUpdate(walk.End, 1, static (_, count) => count + 1);
            },
            iter: Walks,
            print: CaseWalk.Describe
        );

        // A walk that never gets far proves nothing.
        Assert.Contains("Reviewed", ended.Keys);
        Assert.Contains("Stopped", ended.Keys);
        Assert.Contains("NobodyAnswered", ended.Keys);
    }
}
