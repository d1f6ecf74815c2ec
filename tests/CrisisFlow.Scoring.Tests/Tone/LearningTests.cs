using CrisisFlow.Evaluation;
using CrisisFlow.Evaluation.Learning;

namespace CrisisFlow.Scoring.Tests.Tone;

/// <summary>Learning is repeatable and never sees what is measured.</summary>
public sealed class LearningTests
{
    private static readonly IProgress<double> Silent = new Progress<double>();

    private static void SkipWithoutData()
    {
        if (!Directory.Exists(Repository.Data))
            Assert.Skip($"The given data is not at {Repository.Data}.");
    }

    [Fact]
    public void Learning_twice_gives_the_same_bytes()
    {
        var own = Split.Divide(OwnSentences.Sets);
        // A part is enough here; the test of the shipped weights learns from everything.
        var (chinese, english) = (own[OwnSentences.Sets[0].Name].Take(1000).ToList(), own[OwnSentences.Sets[1].Name]);
        Assert.Equal(
            SentimentTrainer.Train(chinese, english, Silent),
            SentimentTrainer.Train(chinese, english, Silent)
        );
    }

    [Fact]
    public void A_text_of_the_test_side_is_refused()
    {
        var row = new Row("很好", 1, 0xABC, 0xABC, Side.Test);
        var refusal = Assert.Throws<InvalidOperationException>(() => SentimentTrainer.Train([row], [], Silent));
        Assert.Equal(
            "The text with key 0000000000000abc is on the test side; it is measured and must not be learned from.",
            refusal.Message
        );
    }

    [Fact]
    public void The_shipped_weights_were_learned_from_no_text_of_the_test_side()
    {
        SkipWithoutData();
        var bytes = File.ReadAllBytes(TrainCommand.LearnedFromFile);
        var learned = Enumerable
            .Range(0, bytes.Length / 8)
            .Select(i => BitConverter.ToUInt64(bytes, i * 8))
            .ToHashSet();
        Assert.True(learned.Count > 10_000, $"{TrainCommand.LearnedFromFile} holds {learned.Count} keys.");
        foreach (var set in DataSets.All)
            Assert.DoesNotContain(Split.Read(set, Side.Test), row => learned.Contains(row.Key));
    }

    [Fact]
    public void The_shipped_weights_are_what_training_gives()
    {
        SkipWithoutData();
        var (weights, learnedFrom) = TrainCommand.Learn(Silent);
        Assert.True(
            weights.AsSpan().SequenceEqual(File.ReadAllBytes(TrainCommand.WeightsFile)),
            "The weights differ from what scripts/train writes; run it and commit the result."
        );
        Assert.True(
            learnedFrom.SelectMany(BitConverter.GetBytes).SequenceEqual(File.ReadAllBytes(TrainCommand.LearnedFromFile))
        );
    }
}
