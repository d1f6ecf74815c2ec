using CrisisFlow.Cases.Reviews;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Response.Learning;

/// <summary>Lessons from ended cases and judged warnings.</summary>
/// <param name="Cases">Ended ones, drills included, newest first.</param>
/// <param name="Judged">
/// Examples behind the proposals: cases with a triage verdict and warnings that people dismissed.
/// </param>
public sealed record Lessons(IReadOnlyList<LearnedCase> Cases, int Judged, IReadOnlyList<SettingProposal> Proposals)
{
    public static readonly Lessons None = new([], 0, []);
}

/// <summary>An ended case with its figures.</summary>
public sealed record LearnedCase(CaseListing Case, AfterActionReport Report);

/// <summary>A proposal and how to follow it.</summary>
/// <param name="Line">What to write under <c>warnings:</c> in the settings file.</param>
/// <param name="Conflicts">
/// Sentences of the settings check when this line alone is changed; empty when it may be written as it is.
/// </param>
public sealed record SettingProposal(ThresholdProposal Proposal, string Line, IReadOnlyList<string> Conflicts);
