using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Cases.Reviews;

/// <summary>A version, how its round ended, where it went and what it did.</summary>
/// <param name="Outcome">Null while its round is open.</param>
/// <param name="Comments">Of rejections and approvals, in order; empty ones left out.</param>
/// <param name="Published">Channels that gave a receipt.</param>
/// <param name="Effects">Measurements between this version's first receipt and the next version's, in order.</param>
public sealed record ReportedVersion(
    int Number,
    PersonId? Author,
    DateTimeOffset At,
    RoundOutcome? Outcome,
    IReadOnlyList<StageDecision> Comments,
    IReadOnlyList<Publication> Published,
    IReadOnlyList<Measurement> Effects)
{
    /// <summary>The last verdict that says something; null when nothing was measured.</summary>
    public EffectVerdict? Verdict => Effects.Select(e => e.State).OfType<MeasurementState.Done>().LastOrDefault(d => d.Verdict != EffectVerdict.TooFew)?.Verdict;

    internal static ReportedVersion Of(CaseFile file, StatementVersion version)
    {
        var round = file.Rounds.LastOrDefault(r => r.Version == version.Number);
        var published = file.Publications.Where(p => p.Version == version.Number && p.State is PublicationState.Done).ToList();
        var from = FirstReceipt(file, version.Number);
        var to = file.Versions.Where(v => v.Number > version.Number).Select(v => FirstReceipt(file, v.Number)).Min();
        return new ReportedVersion(
            version.Number,
            version.Author,
            version.At,
            round?.Closed?.Outcome,
            [.. round?.Decisions.Where(d => d.Comment.Length > 0) ?? []],
            published,
            [.. file.Measurements.Where(m => m.RequestedAt >= from && (to is null || m.RequestedAt < to))]);
    }

    private static DateTimeOffset? FirstReceipt(CaseFile file, int version) => file.Publications
        .Where(p => p.Version == version)
        .Select(p => p.State)
        .OfType<PublicationState.Done>()
        .Select(d => (DateTimeOffset?)d.At)
        .Min();
}
