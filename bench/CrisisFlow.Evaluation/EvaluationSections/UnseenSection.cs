using System.Globalization;
using System.Text;
using CrisisFlow.Evaluation.UnseenHeadlines;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Scoring;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>
/// Headlines nobody tuned the words of risk to: each as the only one that a hot list has of its brand.
/// </summary>
internal static class UnseenSection
{
    public static async Task<Section> Run(IProgress<string> progress)
    {
        var page = new StringBuilder();
        page.Append(
            "Headlines and posts (zh, en) written for this project before the words of risk were read, and titles "
                + "of the given archives outside the twenty events (real), judged before the model was asked; half "
                + "of them, by hash, to learn from, the other half only to measure on. "
                + "Those written were made up in the manner of such lists; none is a statement about the "
                + "brand it names. "
                + "Each is the only thing a hot list says of its brand. Alarmed: orange or red within the hour. "
                + "Category: the first one named is the one labelled. "
                + "Index: the risk index that a tenth, a half and nine tenths stay below. Voices are complaints "
                + "without an event, as if a hot list had quoted them; "
                + "in their own sources one voice warns of nothing. One person wrote both halves and the newer "
                + "words, so the written half flatters; of the words only those stayed that the learning half or "
                + "the given archives hold too. The real half is the fairer figure.\n\n"
                + "| half | language | kind | n | alarmed | share | category right | index 10 % | 50 % | 90 % |\n| "
                + "--- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        var missed = new StringBuilder();
        var bars = new List<Bar>();
        foreach (var half in new[] { "learning", "measured" })
        {
            progress.Report($"unseen: {half}");
            foreach (
                var kind in UnseenHeadline
                    .Read(half)
                    .GroupBy(each => (each.Language, Kind: each.IsCrisis ? "crisis" : each.Label))
            )
            {
                var judged = await JudgeAsync(kind);
                var alarmed = judged.Count(each => each.Warned?.IsAlarm == true);
                var right = judged.Count(each =>
                    each.Category.Count > 0 && each.Category[0].ToString() == each.Headline.Label
                );
                if (half == "measured" && kind.Key.Kind != "voice")
                    bars.Add(Bar(kind.Key.Language, kind.Key.Kind == "crisis", alarmed / (double)judged.Count));
                var index = judged.Select(each => each.Warned?.Index ?? 0).Order().ToList();
                var topic =
                    kind.Key.Kind == "crisis"
                        ? (right / (double)judged.Count).ToString("0.00", CultureInfo.InvariantCulture)
                        : "";
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {half} | {kind.Key.Language} | {kind.Key.Kind} | {judged.Count} | {alarmed} | "
                        + $"{alarmed / (double)judged.Count:0.000} | "
                        + $"{topic} | {At(index, 0.1)} | {At(index, 0.5)} | {At(index, 0.9)} |\n"
                );
                // Single headlines are named of the learning half only: who reads the others begins to tune to them.
                if (half == "learning")
                    foreach (var each in judged.Where(each => each.Headline.IsCrisis != (each.Warned?.IsAlarm == true)))
                        missed
                            .Append($"- {each.Headline.Label}, {each.Warned?.Index ?? 0:0.0}: ")
                            .Append($"{each.Headline.Shown}\n");
            }
        }
        page.Append("\n### Of the learning half: crises without an alarm, and alarms without a crisis\n\n")
            .Append(missed);
        return new Section("Unseen headlines", page.ToString(), bars);
    }

    private static async Task<List<Judged>> JudgeAsync(IEnumerable<UnseenHeadline> headlines)
    {
        var judged = new List<Judged>();
        foreach (var each in headlines)
            judged.Add(new(each, await each.WarnedAsync(), each.Score().Categories));
        return judged;
    }

    /// <summary>
    /// The project's own bars: what was reached, with room for a few headlines, so that no change falls behind unseen.
    /// </summary>
    private static Bar Bar(string language, bool crisis, double share) =>
        new(
            $"unseen {language} {(crisis ? "crises that alarm" : "others that alarm")}",
            share.ToString("0.000", CultureInfo.InvariantCulture),
            crisis
                ? "at least " + Least(language).ToString("0.00", CultureInfo.InvariantCulture)
                : "at most " + Most.ToString("0.00", CultureInfo.InvariantCulture),
            crisis ? share >= Least(language) : share <= Most
        );

    private static double Least(string language) => language == "en" ? 0.5 : 0.7;

    private const double Most = 0.06;

    private static string At(List<double> sorted, double share) =>
        sorted[(int)(share * (sorted.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Judged(UnseenHeadline Headline, BacktestLine? Warned, IReadOnlyList<RiskCategory> Category);
}
