using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>What to replay.</summary>
/// <param name="Topic">Name that the lines carry.</param>
/// <param name="Query">Which items of the archive belong to the topic.</param>
/// <param name="Category">What kind of source the archive is.</param>
/// <param name="Source">Name of the source of items that name none.</param>
public sealed record BacktestRequest(TopicId Topic, TopicQuery Query, SourceCategory Category, WarningSettings Settings, string Source = "archive");
