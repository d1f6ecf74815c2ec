using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Monitoring.Backtesting;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>Lines as the command writes them: Chinese as it is, not as escapes.</summary>
internal static class Lines
{
    public static readonly BacktestJson Json = new(
        new JsonSerializerOptions(BacktestJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Of(IEnumerable<BacktestLine> lines) =>
        string.Join("\n", lines.Select(line => JsonSerializer.Serialize(line, Json.BacktestLine)));
}
