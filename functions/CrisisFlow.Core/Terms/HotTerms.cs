using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Terms;

/// <summary>
/// What a window talks about more than usual: words where words have spaces between them; in Chinese, runs of two to
/// six characters that many texts share,
/// whose neighbours vary on both sides (so they begin and end where a phrase does) and which no longer phrase accounts
/// for.
/// Ranked by log-odds with an informative prior (Monroe, Colaresi and Quinn 2008).
/// </summary>
public static class HotTerms
{
    /// <summary>Texts read of either side; of longer lists the first are taken.</summary>
    public const int TextLimit = 20_000;

    private const int FewestMentions = 3;
    private const double Prior = 0.5;
    private const double LeastScore = 1.5;

    /// <summary>
    /// A shorter phrase that stands in a longer one in this share of its texts says nothing of its own.
    /// </summary>
    private const double Contained = 0.75;

    /// <param name="window">Normal texts, see <see cref="TextFolding.Normalize"/>.</param>
    /// <param name="baseline">Normal texts of an ordinary time; may be empty.</param>
    /// <param name="names">The topic's own names, in any form: they are in every text and tell nothing.</param>
    /// <param name="take">The most terms, at least 1.</param>
    public static IReadOnlyList<HotTerm> Of(
        IEnumerable<string> window,
        IEnumerable<string> baseline,
        IReadOnlyList<string> names,
        int take = 20
    )
    {
        var hidden = names.Select(Fold).Where(name => name.Length > 0).OrderByDescending(name => name.Length).ToArray();
        var texts = Prepared(window, hidden);
        var usual = Prepared(baseline, hidden);
        var terms = PhraseCounter.Count(texts, FewestMentions);
        var before = PhraseCounter.CountOnly(usual, terms.Keys);

        var scored = terms
            .Select(term => new HotTerm(
                term.Key,
                term.Value,
                before.GetValueOrDefault(term.Key),
                Score(term.Value, texts.Count, before.GetValueOrDefault(term.Key), usual.Count)
            ))
            .Where(term => term.Score >= LeastScore)
            .OrderByDescending(term => term.Score)
            .ThenByDescending(term => term.Text.Length)
            .ThenBy(term => term.Text, StringComparer.Ordinal)
            .ToList();
        var kept = new List<HotTerm>();
        foreach (var term in scored)
        {
            if (kept.Count == Math.Max(1, take))
                break;
            // What a longer phrase tells, or what is a piece of one already kept.
            if (
                scored.Exists(longer =>
                    longer.Text.Length > term.Text.Length
                    && longer.Mentions >= Contained * term.Mentions
                    && longer.Text.Contains(term.Text, StringComparison.Ordinal)
                )
                || kept.Exists(known =>
                    known.Text.Contains(term.Text, StringComparison.Ordinal)
                    || term.Text.Contains(known.Text, StringComparison.Ordinal)
                )
            )
                continue;
            kept.Add(term);
        }

        return kept;
    }

    private static double Score(int inWindow, int window, int inBaseline, int baseline)
    {
        double a = inWindow + Prior,
            b = inBaseline + Prior;
        var odds = Math.Log(a / (window + 2 * Prior - a)) - Math.Log(b / (baseline + 2 * Prior - b));
        return odds / Math.Sqrt(1 / a + 1 / b);
    }

    private static List<string> Prepared(IEnumerable<string> texts, string[] hidden) =>
        [
            .. texts
                .Take(TextLimit)
                .Select(text =>
                {
                    var folded = Fold(
                        text.Length > PhraseCounter.LengthLimit ? text[..PhraseCounter.LengthLimit] : text
                    );
                    foreach (var name in hidden)
                        folded = folded.Replace(name, " ", StringComparison.Ordinal);
                    return folded;
                }),
        ];

    private static string Fold(string text) => TextFolding.FoldForMatching(TextFolding.Normalize(text));
}
