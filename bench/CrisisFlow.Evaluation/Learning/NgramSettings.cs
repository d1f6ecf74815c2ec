namespace CrisisFlow.Evaluation.Learning;

/// <param name="Cost">Weight of the loss against the L2 term.</param>
/// <param name="MinTexts">N-grams in fewer texts get no weight.</param>
/// <param name="Bayes">0: plain features; 1: scaled by log-count ratios in full.</param>
internal sealed record NgramSettings(float Cost, int MinTexts, float Bayes, int Epochs);
