namespace CrisisFlow.Warnings;

/// <summary>One summand of the risk index.</summary>
/// <param name="Measured">The indicator as it was measured, in its own unit.</param>
/// <param name="Normalised">0 (nothing) to 1 (as much as it gets).</param>
/// <param name="Points">What it adds: weight times normalised.</param>
public sealed record Term(Indicator Indicator, double Measured, double Normalised, double Points);

/// <summary>How bad it looks, with the sum it came from.</summary>
/// <param name="Value">0 to 100: the sum of the terms' points.</param>
/// <param name="Terms">Greatest first; terms that add nothing are left out.</param>
public sealed record RiskIndex(double Value, IReadOnlyList<Term> Terms)
{
    public static readonly RiskIndex Zero = new(0, []);

    /// <summary>A topic's risk index: that of its most severe story; 0 when it has none.</summary>
    public static double Highest(IReadOnlyList<Candidate> candidates) =>
        candidates.Count == 0 ? 0 : candidates.Max(static candidate => candidate.Index.Value);

    public bool Equals(RiskIndex? other) =>
        other is not null && Value.Equals(other.Value) && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(Value, Terms.Count);
}
