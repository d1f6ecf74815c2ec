namespace CrisisFlow.Evaluation.Nab;

/// <summary>What a hit, a false alarm and a miss weigh; the Numenta Anomaly Benchmark's three profiles.</summary>
internal sealed record NabProfile(string Name, double Hit, double FalseAlarm, double Miss)
{
    public static readonly NabProfile Standard = new("standard", 1, 0.11, 1);
    public static readonly NabProfile LowFalsePositives = new("low FP", 1, 0.22, 1);
    public static readonly NabProfile LowFalseNegatives = new("low FN", 1, 0.11, 2);

    public static readonly IReadOnlyList<NabProfile> All = [Standard, LowFalsePositives, LowFalseNegatives];
}
