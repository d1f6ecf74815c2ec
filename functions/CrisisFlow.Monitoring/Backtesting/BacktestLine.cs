using System.Text.Json.Serialization;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>One warning that was raised, changed, cleared or held back.</summary>
/// <param name="Level">
/// The level it has now, lower case; "none" when it was cleared; of one held back, the level it would have had.
/// </param>
/// <param name="Kind">raised (the level went up), changed (it was lowered), cleared, heldback.</param>
/// <param name="Reason">A <see cref="WarningReason"/>.</param>
/// <param name="Evidence">Titles, most severe first, at most 5.</param>
public sealed record BacktestLine(
    DateTimeOffset At,
    string Topic,
    string Level,
    double Index,
    string Kind,
    string Reason,
    string Story,
    IReadOnlyList<string> Evidence
)
{
    /// <summary>Null for events that are not about a warning, such as the end of a silence.</summary>
    public static BacktestLine? Of(string topic, WarningEvent happened) =>
        happened switch
        {
            WarningEvent.Raised raised => new(
                raised.At,
                topic,
                Word(raised.Level),
                raised.Index,
                "raised",
                raised.Reason.ToString(),
                raised.Story,
                Titles(raised.Evidence)
            ),
            WarningEvent.Changed changed => new(
                changed.At,
                topic,
                Word(changed.Level),
                changed.Index,
                "changed",
                changed.Reason.ToString(),
                changed.Story,
                Titles(changed.Evidence)
            ),
            WarningEvent.Cleared cleared => new(
                cleared.At,
                topic,
                Word(Warnings.Level.None),
                cleared.Index,
                "cleared",
                cleared.Reason.ToString(),
                cleared.Story,
                []
            ),
            WarningEvent.HeldBack held => new(
                held.At,
                topic,
                Word(held.Level),
                held.Index,
                "heldback",
                held.Reason.ToString(),
                held.Story,
                Titles(held.Evidence)
            ),
            _ => null,
        };

    /// <summary>Whether orange or red was raised.</summary>
    [JsonIgnore]
    public bool IsAlarm => Kind == "raised" && Level is ("orange" or "red");

    private static string Word(Level level) => level.ToString().ToLowerInvariant();

    private static string[] Titles(IReadOnlyList<WarningEvidence> evidence) => [.. evidence.Select(item => item.Title)];
}

/// <summary>What a backtest came to.</summary>
/// <param name="Kind">Always "summary".</param>
/// <param name="Items">Items in the archive.</param>
/// <param name="Matched">Items that belong to the topic.</param>
/// <param name="Untimed">Items left out because they have no time.</param>
/// <param name="Raised">How often each level was raised.</param>
/// <param name="HeldBack">How often something was held back, by reason.</param>
/// <param name="Open">Warnings that are active at the archive's end.</param>
public sealed record BacktestSummary(
    string Kind,
    string Topic,
    int Items,
    int Matched,
    int Untimed,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    IReadOnlyDictionary<string, int> Raised,
    int Changed,
    int Cleared,
    IReadOnlyDictionary<string, int> HeldBack,
    int Open
);

/// <summary>One JSON line each, as <c>backtest --json</c> prints them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BacktestLine))]
[JsonSerializable(typeof(BacktestSummary))]
public sealed partial class BacktestJson : JsonSerializerContext;
