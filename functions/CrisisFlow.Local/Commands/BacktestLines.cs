using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Monitoring.Backtesting;

namespace CrisisFlow.Local.Commands;

/// <summary>How a backtest's lines are written for people and for machines.</summary>
internal static class BacktestLines
{
    /// <summary>Chinese stays readable.</summary>
    private static readonly BacktestJson Json = new(
        new JsonSerializerOptions(BacktestJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Of(BacktestLine line, bool asJson) =>
        asJson ? JsonSerializer.Serialize(line, Json.BacktestLine) : Text(line);

    public static string Of(BacktestSummary summary, bool asJson) =>
        asJson ? JsonSerializer.Serialize(summary, Json.BacktestSummary) : Text(summary);

    private static string Text(BacktestLine line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.At.UtcDateTime:yyyy-MM-dd HH:mm}  {line.Kind, -8}  {line.Level, -6}  {line.Index, 5:0.0}  "
                + $"{line.Reason, -14}  {line.Story}"
        );

    private static string Text(BacktestSummary summary) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Items} items, {summary.Matched} of the topic, {summary.Untimed} without a time. "
                + $"Raised: {Counts(summary.Raised)}. Changed {summary.Changed}, cleared {summary.Cleared}. "
                + $"Held back: {Counts(summary.HeldBack)}. Open at the end: {summary.Open}."
        );

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));
}
