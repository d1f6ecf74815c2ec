using CrisisFlow.Core.Folding;

namespace CrisisFlow.Scoring.Risk;

/// <summary>Where a text names what it is scored for, in UTF-16 units.</summary>
public readonly record struct NamedAt(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// What a text is a risk of, for Chinese and English headlines and posts: the event counts, not the tone. Words and
/// pairs of words with their context (negation, denial, who does it to whom, advice, promotion, sport and
/// entertainment); no brand and no event is named in it. Thread-safe; without explanations it allocates only the
/// result.
/// </summary>
public sealed class RiskModel
{
    /// <summary>Characters beyond this are not read: an event is named well before.</summary>
    public const int MaxLength = 1024;

    private const int MaxHits = 40;

    private const float Faint = 0.45f;

    private static readonly Lazy<RiskModel> Loaded = new(() => new RiskModel(RiskLexicon.Default));
    private static readonly RiskCategory[] AllCategories = Enum.GetValues<RiskCategory>();
    private static readonly RiskCategory[][] Single = [.. AllCategories.Select(category => new[] { category })];
    private readonly RiskLexicon _lexicon;

    private RiskModel(RiskLexicon lexicon) => _lexicon = lexicon;

    /// <summary>The model that ships with the program.</summary>
    public static RiskModel Default => Loaded.Value;

    /// <summary>Scores one text.</summary>
    /// <param name="text">
    /// Normalised; see <see cref="TextFolding.Normalize"/>. Only the first 1,024 UTF-16 units are read.
    /// </param>
    /// <param name="about">
    /// Where the text names the topic, in order; empty when not known, then nobody's role is told apart.
    /// </param>
    /// <param name="explain">Whether to report the deciding words; costs allocations.</param>
    public RiskScore Score(ReadOnlySpan<char> text, ReadOnlySpan<NamedAt> about = default, bool explain = false) =>
        Score(text, about, explain, []);

    /// <param name="blotted">
    /// The same text, or empty: what the text takes back itself is blotted out in it, so that it decides no tone
    /// either.
    /// </param>
    /// <inheritdoc cref="Score(ReadOnlySpan{char}, ReadOnlySpan{NamedAt}, bool)"/>
    internal RiskScore Score(ReadOnlySpan<char> text, ReadOnlySpan<NamedAt> about, bool explain, Span<char> blotted)
    {
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        Span<char> folded = stackalloc char[MaxLength];
        folded = folded[..text.Length];
        TextFolding.FoldForMatching(text, folded);
        Span<RiskHit> hits = stackalloc RiskHit[MaxHits];
        Span<float> byCategory = stackalloc float[AllCategories.Length];
        byCategory.Clear();
        var severity = 0.0;
        var isUndone = true;
        List<Because>? because = explain ? [] : null;

        for (var start = 0; start < folded.Length; )
        {
            var end = RiskText.SentenceEnd(folded, start);
            var found = hits[..Find(folded, start, end, hits)];
            var sentence = RiskContext.Weigh(found, folded, start, end, about, _lexicon.Pairs);
            if (sentence > 0)
            {
                severity = Math.Max(severity, sentence);
                isUndone &= Undone(found, folded, start, end, blotted);
                foreach (var hit in found)
                    if (hit.Value > 0)
                        byCategory[(int)hit.Category] += hit.Value;
                if (because is not null)
                    Explain(text, found, because);
            }
            start = end + 1;
        }
        return severity < 0.01
            ? RiskScore.None
            : new RiskScore(severity, Strongest(byCategory), because ?? (IReadOnlyList<Because>)[])
            {
                IsUndone = isUndone,
            };
    }

    /// <summary>
    /// Whether the sentence takes back its words of risk; a faint one beside ("客服") is no matter.
    /// </summary>
    private static bool Undone(
        ReadOnlySpan<RiskHit> hits,
        ReadOnlySpan<char> folded,
        int start,
        int end,
        Span<char> blotted
    )
    {
        Span<bool> undone = stackalloc bool[MaxHits];
        var (all, any) = (true, false);
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i].Value <= 0)
                continue;
            undone[i] = RiskUndone.Is(hits, i, folded, start, end, undone, out var from);
            all &= undone[i] || hits[i].Value < Faint;
            any |= undone[i];
            if (undone[i] && !blotted.IsEmpty)
                blotted[from..hits[i].End].Fill(RiskSubject.Mask);
        }

        return all && any;
    }

    private int Find(ReadOnlySpan<char> folded, int start, int end, Span<RiskHit> hits)
    {
        var count = 0;
        var sentence = folded[..end];
        for (var i = start; i < end && count < hits.Length; )
        {
            // A word of letters begins where letters begin; Chinese has no such places.
            if (
                RiskLexicon.IsLatin(sentence[i])
                && i > start
                && RiskLexicon.IsLatin(sentence[i - 1])
                && char.IsAsciiLetter(sentence[i])
                && char.IsAsciiLetter(sentence[i - 1])
            )
            {
                i++;
                continue;
            }
            var length = _lexicon.LongestAt(sentence, i, out var word);
            if (length == 0)
            {
                i++;
                continue;
            }
            hits[count++] = new RiskHit
            {
                Start = i,
                Length = length,
                Word = word,
                Category = word.Category,
            };
            i += length;
        }
        return count;
    }

    /// <summary>Strongest first; an unclear one last, and only when there is no other.</summary>
    private static RiskCategory[] Strongest(Span<float> byCategory)
    {
        var count = 0;
        var only = (int)RiskCategory.Unclear;
        for (var i = 0; i < byCategory.Length; i++)
        {
            if (byCategory[i] <= 0 || i == (int)RiskCategory.Unclear)
                continue;
            count++;
            only = i;
        }
        if (count <= 1)
            return Single[only];
        var strongest = new RiskCategory[count];
        for (var place = 0; place < count; place++)
        {
            var best = -1;
            for (var i = 0; i < byCategory.Length; i++)
                if (
                    i != (int)RiskCategory.Unclear
                    && byCategory[i] > 0
                    && (best < 0 || byCategory[i] > byCategory[best])
                )
                    best = i;
            strongest[place] = AllCategories[best];
            byCategory[best] = 0;
        }
        return strongest;
    }

    private static void Explain(ReadOnlySpan<char> text, ReadOnlySpan<RiskHit> hits, List<Because> because)
    {
        foreach (var hit in hits)
        {
            var speaks = hit.Value > 0;
            if (
                !speaks
                && hit.Word.Kind
                    is not (
                        RiskWordKind.Benign
                        or RiskWordKind.Denial
                        or RiskWordKind.Lesson
                        or RiskWordKind.Negation
                        or RiskWordKind.Authority
                    )
            )
                continue;
            because.Add(
                new Because(
                    text.Slice(hit.Start, hit.Length).ToString(),
                    hit.Start,
                    RiskContext.Weight(hit),
                    speaks ? hit.Category : null
                )
            );
        }
    }
}
