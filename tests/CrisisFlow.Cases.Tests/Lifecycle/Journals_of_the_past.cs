using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>
/// Journals as they were written once, kept as files: whatever changes, they are read and fold to what they meant. A
/// file is never edited; a new shape gets a new file.
/// </summary>
public sealed class Journals_of_the_past
{
    [Fact]
    public void Journals_of_the_first_shape_fold_to_a_reviewed_case()
    {
        var lines = File.ReadAllLines(
            Path.Combine(RepositoryRoot.Path, "tests", "CrisisFlow.Cases.Tests", "Lifecycle", "journal-1.jsonl")
        );
        var state = lines.Select(CaseJson.ReadEvent).Aggregate(CaseDecider.Initial, CaseDecider.Evolve);
        var expected = After([
            .. StraightToReview(),
            new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer within the hour."),
        ]);
        Assert.Equal(Structure.Of(expected), Structure.Of(state));
    }
}
