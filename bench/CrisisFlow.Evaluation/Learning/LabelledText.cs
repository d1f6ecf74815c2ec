namespace CrisisFlow.Evaluation.Learning;

/// <param name="Label">-1 negative, 0 neutral, 1 positive.</param>
internal sealed record LabelledText(string Text, int Label);

/// <summary>A set of the given data, with the share of it that is measured and never learned from.</summary>
/// <param name="TestPercent">0 to 100.</param>
/// <param name="Weight">How many times each text counts when n-grams are learned.</param>
internal sealed record DataSet(
    string Name,
    string Language,
    int TestPercent,
    Func<IEnumerable<LabelledText>> Read,
    float Weight = 1
);
