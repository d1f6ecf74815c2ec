namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>Accuracy of sentiment on the parts no learning has seen.</summary>
internal static class SentimentSection
{
    public static Task<Section> Run(IProgress<string> progress)
    {
        progress.Report("sentiment");
        return Task.FromResult(new Section("Sentiment", "Not measured yet.", []));
    }
}
