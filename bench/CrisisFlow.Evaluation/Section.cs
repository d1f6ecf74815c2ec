namespace CrisisFlow.Evaluation;

/// <summary>One part of the report.</summary>
/// <param name="Title">A second-level heading of <c>docs/quality.md</c>.</param>
/// <param name="Markdown">The body: tables and short sentences; deeper headings begin at the third level.</param>
/// <param name="Bars">Each bar with whether it is met; printed at the top of the report.</param>
internal sealed record Section(string Title, string Markdown, IReadOnlyList<Bar> Bars);

/// <param name="Name">What is measured, e.g. "zh reviews, accuracy".</param>
/// <param name="Measured">As printed, e.g. "0.913".</param>
/// <param name="Wanted">As printed, e.g. "at least 0.90".</param>
internal sealed record Bar(string Name, string Measured, string Wanted, bool Met);

/// <param name="Name">What <c>--only</c> calls it.</param>
/// <param name="Run">Measures and reports; the argument takes one line per step, for the person who waits.</param>
internal sealed record NamedSection(string Name, Func<IProgress<string>, Task<Section>> Run);
