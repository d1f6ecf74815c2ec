using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Cases.Reviews;

/// <summary>A version and what it did.</summary>
/// <param name="Effects">Measurements between this version's first receipt and the next version's, in order.</param>
public sealed record ReportedVersion(IReadOnlyList<Measurement> Effects)
{
    /// <summary>The last conclusive verdict; null when nothing was measured.</summary>
    public EffectVerdict? Verdict =>
        Effects
            .Select(e => e.State)
            .OfType<MeasurementState.Done>()
            .LastOrDefault(d => d.Verdict is not (EffectVerdict.TooFew or EffectVerdict.CannotTell))
            ?.Verdict;

    internal static ReportedVersion Of(CaseFile file, StatementVersion version)
    {
        var from = FirstReceipt(file, version.Number);
        var to = file.Versions.Where(v => v.Number > version.Number).Select(v => FirstReceipt(file, v.Number)).Min();
        return new ReportedVersion([
            .. file.Measurements.Where(m => m.RequestedAt >= from && (to is null || m.RequestedAt < to)),
        ]);
    }

    private static DateTimeOffset? FirstReceipt(CaseFile file, int version) =>
        file
            .Publications.Where(p => p.Version == version)
            .Select(p => p.State)
            .OfType<PublicationState.Done>()
            .Select(d => (DateTimeOffset?)d.At)
            .Min();
}
