namespace CrisisFlow.Scoring.Risk;

/// <summary>What the words of one sentence mean together. Sets what each is worth in this sentence.</summary>
internal static class RiskContext
{
    /// <summary>From here on an event is grave: no promotion or praise beside it makes it harmless.</summary>
    private const float Grave = 0.65f;

    /// <summary>
    /// What the topic's own answer weighs at least: not enough for an alarm alone, enough beside a middling word of
    /// what was asked.
    /// </summary>
    private const float Answered = 0.45f;

    private const int PairGap = 8;
    private const int PairGapLatin = 24;

    /// <summary>The sentence's severity, 0 to 1.</summary>
    public static double Weigh(
        Span<RiskHit> hits,
        ReadOnlySpan<char> text,
        int start,
        int end,
        ReadOnlySpan<NamedAt> about,
        RiskPair[] pairs
    )
    {
        if (hits.Length == 0)
            return 0;
        for (var i = 0; i < hits.Length; i++)
            Alone(hits, i, text, end, about);
        var left = 1f;
        for (var i = 0; i < hits.Length; i++)
            Together(hits, i, text, end, about, pairs, ref left);
        return Math.Min(1, left * RiskRoles.Own(hits, text, start, end, about) * Sum(hits, text[..end]));
    }

    /// <summary>What a word adds to an explanation: its value, or what a context takes away.</summary>
    public static double Weight(RiskHit hit) =>
        hit.Value > 0
            ? -hit.Value
            : hit.Word.Kind switch
            {
                RiskWordKind.Authority => -0.1,
                RiskWordKind.Benign => 1 - hit.Word.Value,
                _ => 0.5,
            };

    private static void Alone(Span<RiskHit> hits, int i, ReadOnlySpan<char> text, int end, ReadOnlySpan<NamedAt> about)
    {
        ref var hit = ref hits[i];
        if (hit.Word.Kind is not (RiskWordKind.Event or RiskWordKind.Deed or RiskWordKind.Form))
            return;
        var value = hit.Word.Value;
        if (hit.Word.Kind == RiskWordKind.Deed && RiskRoles.IsDoer(hit, text, end, about))
            value *= 0.5f;
        if (IsAccused(hits[..i], text, end, about))
            value *= 0.5f;
        for (var j = i - 1; j >= 0 && hit.Word.Kind != RiskWordKind.Form; j--)
        {
            var gap = hit.Start - hits[j].End;
            if (hits[j].Word.Kind == RiskWordKind.Undoing)
                value *= 0.3f;
            else if (hits[j].Word.Kind == RiskWordKind.Rule)
                value *= 0.5f;
            else if (
                j == i - 1
                && hits[j].Word.Kind == RiskWordKind.Negation
                && gap <= (RiskLexicon.IsLatin(text[hit.Start]) ? 12 : 1)
            )
                value *= 0.3f;
        }
        if ((hit.Word.Groups & RiskGroups.Answers) != 0 && IsInQuestion(hits, hit, end, about))
            value = Math.Max(value, Answered);
        if ((hit.Word.Groups & RiskGroups.Fights) != 0 && RiskRoles.IsDoer(hit, text, end, about))
            value = Math.Min(value, hit.Word.Value * 0.5f);
        hit.Value = value;
    }

    /// <summary>Who answers was asked: the topic itself, about something that is neither business nor praise.</summary>
    private static bool IsInQuestion(ReadOnlySpan<RiskHit> hits, RiskHit answer, int end, ReadOnlySpan<NamedAt> about)
    {
        if (end - answer.End < 3 || RiskRoles.Gap(answer, about) > 2)
            return false;
        foreach (var hit in hits)
            if (hit.Word.Kind == RiskWordKind.Benign)
                return false;
        return true;
    }

    /// <summary>Pairs: "停止 … 合作". The second half becomes the event, whatever negated it.</summary>
    private static void Together(
        Span<RiskHit> hits,
        int i,
        ReadOnlySpan<char> text,
        int end,
        ReadOnlySpan<NamedAt> about,
        RiskPair[] pairs,
        ref float left
    )
    {
        if (hits[i].Word.Opens == 0)
            return;
        for (var j = i + 1; j < hits.Length; j++)
        {
            var gap = hits[j].Start - hits[i].End;
            if (gap > (RiskLexicon.IsLatin(text[hits[j].Start]) ? PairGapLatin : PairGap))
                return;
            var common = hits[i].Word.Opens & hits[j].Word.Closes;
            for (var pair = 0; common != 0; pair++, common >>= 1)
            {
                if ((common & 1) == 0)
                    continue;
                var value = pairs[pair].Value;
                if (value < 0)
                {
                    left = Math.Min(left, -value);
                    continue;
                }
                for (var k = 0; k < j; k++)
                    if (k != i && hits[k].Word.Kind == RiskWordKind.Undoing)
                        value *= 0.3f;
                if (value <= hits[j].Value)
                    continue;
                // Who ends a partnership is less hit than who is left.
                if (pairs[pair].Category == RiskCategory.Executive && RiskRoles.IsDoer(hits[i], text, end, about))
                    value *= 0.7f;
                hits[j].Value = value;
                hits[j].Category = pairs[pair].Category;
            }
        }
    }

    /// <summary>What follows the topic's own lawsuit, report or campaign is what it accuses somebody else of.</summary>
    private static bool IsAccused(
        ReadOnlySpan<RiskHit> before,
        ReadOnlySpan<char> text,
        int end,
        ReadOnlySpan<NamedAt> about
    )
    {
        foreach (var hit in before)
            if (
                (
                    hit.Word is { Kind: RiskWordKind.Deed, Category: RiskCategory.Legal }
                    || (hit.Word.Groups & RiskGroups.Fights) != 0
                ) && RiskRoles.IsDoer(hit, text, end, about)
            )
                return true;
        return false;
    }

    private static double Sum(Span<RiskHit> hits, ReadOnlySpan<char> text)
    {
        float first = 0,
            second = 0,
            third = 0,
            left = 1;
        bool authority = false,
            denial = false,
            lesson = false,
            fine = false;
        foreach (ref var hit in hits)
        {
            switch (hit.Word.Kind)
            {
                case RiskWordKind.Authority:
                    authority = true;
                    break;
                case RiskWordKind.Denial:
                    denial = true;
                    break;
                case RiskWordKind.Lesson:
                    lesson = true;
                    break;
                case RiskWordKind.Benign:
                    left = Math.Min(left, hit.Word.Value);
                    break;
            }
            fine |= hit.Word.Category == RiskCategory.Regulation && text.Slice(hit.Start, hit.Length).Contains('罚');
            var value = hit.Value;
            if (value > first)
                (first, second, third) = (value, first, second);
            else if (value > second)
                (second, third) = (value, second);
            else if (value > third)
                third = value;
        }
        if (first <= 0)
            return 0;
        if (text.Contains('《'))
            left = Math.Min(left, 0.5f);

        // Words beside the most severe corroborate it: a strong one much, faint ones hardly.
        var sum = 1 - (1 - first) * (1 - Corroborates(second)) * (1 - 0.7 * Corroborates(third));
        if (authority)
            sum += (1 - sum) * 0.2;
        if (denial)
            sum *= 0.75;
        if (lesson)
            sum *= 0.5;
        // A fine below a million hurts nobody's name for long; one above a hundred million is news everywhere.
        if (fine && RiskText.Money(text) is > 0 and var money)
            sum *=
                money < 1e6 ? 0.75
                : money >= 1e8 ? 1.1
                : 1;
        return sum * (first >= Grave ? 1 - (1 - left) * 0.3 : left);
    }

    private static double Corroborates(float value) => value >= 0.5f ? 0.7 * value : 0.5 * value;
}
