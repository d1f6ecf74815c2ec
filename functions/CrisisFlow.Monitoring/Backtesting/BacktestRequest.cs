using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>What to replay.</summary>
/// <param name="Settings">As a host would have them: topics, brand, warnings. Lines carry a topic's name.</param>
/// <param name="Category">By the name of a source, since an archive holds several.</param>
/// <param name="Source">Name of the source of items that name none.</param>
public sealed record BacktestRequest(
    CrisisFlowSettings Settings,
    Func<string, SourceCategory> Category,
    string Source = "archive"
);
