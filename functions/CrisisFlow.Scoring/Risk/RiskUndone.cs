using System.Buffers;

namespace CrisisFlow.Scoring.Risk;

/// <summary>
/// Words of risk that a text itself takes back: negated ("没有中毒", "no leaks"), resolved ("投诉已解决", "was fixed") or denied
/// ("纯属谣言", "debunked"). Nothing but what such words mean together decides; what is left open is not taken back.
/// </summary>
internal static class RiskUndone
{
    private const int MostFillers = 6;
    private const int ResolvedWithin = 30;

    private static readonly string[] Negators =
    [
        .. (
            "没有 并没有 从没有 从来没有 没 从没 没见 不是 并不是 不会 从不 不 无 并无 毫无 绝无 未 从未 未曾 零 并非 绝非 非 不存在 不用担心 不怕 告别 远离 杜绝 "
            + "绝不是 决不是 不算 谈不上 担心会 担心 以为会 生怕"
        ).Split(' '),
    ];

    private static readonly string[] Fillers =
    [
        .. (
            "任何 一点 一点点 半点 丝毫 什么 一次 一个 一例 过 再 出现 发生 发现 检出 遇到 遇见 碰到 闻到 吃出 喝出 吃到 喝到 看到 见到 有 会 被 的 所谓 传说中 "
            + "传言 网传 说的 了 点 啥 这种 那种 因为 担心 产生 引起 导致 存在 严重 明显 和 或 及 、"
        ).Split(' '),
    ];

    private static readonly HashSet<string> EnglishNegators =
    [
        .. (
            "no not never without zero nothing none nor neither isn't wasn't aren't weren't hasn't "
            + "haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't dont didnt isnt "
            + "wasnt cant hasnt havent free falsely wrongly worried afraid"
        ).Split(' '),
    ];

    private static readonly HashSet<string> EnglishFillers =
    [
        .. (
            "any a an the single sign signs of hint trace had have has been ever more real about one at "
            + "all to get got experienced seen see find found is was were there such be big major serious "
            + "or and some kind really caused cause even i we it"
        ).Split(' '),
    ];

    private static readonly SearchValues<string> Denials = SearchValues.Create(
        [
            "谣言",
            "辟谣",
            "造谣",
            "不实",
            "澄清",
            "假消息",
            "子虚乌有",
            "无中生有",
            "debunked",
            "hoax",
            "not true",
            "untrue",
            "false rumo",
            "fake news",
            "denied the",
            "denies the",
            "baseless",
            "unfounded",
            "rumor is false",
            "rumour is false",
            "rumors are false",
            "rumours are false",
            "just a rumor",
            "just a rumour",
            "falsely accused",
        ],
        StringComparison.Ordinal
    );

    private static readonly string[] Resolutions =
    [
        "解决",
        "修好",
        "搞定",
        "处理好",
        "处理完",
        "处理很",
        "处理得",
        "处理及时",
        "已处理",
        "秒退",
        "退了款",
        "已退款",
        "退款很快",
        "退款及时",
        "退款迅速",
        "秒赔",
        "补发",
        "换新",
        "换了新",
        "恢复正常",
        "改善了",
        "改进了",
        "不存在",
        "治好",
        "消失了",
        "没了",
        "resolved",
        "solved",
        "sorted",
        "fixed",
        "replaced",
        "refunded",
        "handled quickly",
        "handled well",
        "dealt with",
        "repaired",
        "put right",
        "made it right",
    ];

    private static readonly string[] NotYet =
    [
        "没",
        "不",
        "未",
        "无法",
        "难",
        "拒",
        "待",
        "not ",
        "n't ",
        "never ",
        "un",
        "to be ",
        "yet to be ",
        "no ",
    ];

    /// <summary>Whether the text takes back this hit; the hits before it are already judged.</summary>
    /// <param name="undone">One for each hit.</param>
    /// <param name="from">Where what takes it back begins, or the hit.</param>
    public static bool Is(
        ReadOnlySpan<RiskHit> hits,
        int i,
        ReadOnlySpan<char> text,
        int start,
        int end,
        ReadOnlySpan<bool> undone,
        out int from
    )
    {
        var hit = hits[i];
        from = hit.Start;
        var before = text[start..hit.Start];
        if (IsNegated(before, RiskLexicon.IsLatin(text[hit.Start]), out var negator))
        {
            from = start + negator;
            return true;
        }

        if (i > 0 && undone[i - 1] && IsJoined(text[hits[i - 1].End..hit.Start]))
            return true;
        if (IsAnsweredNo(text[hit.End..]))
            return true;
        var sentence = text[start..end];
        return sentence.ContainsAny(Denials) || IsResolved(text[hit.Start..end], hit.Length);
    }

    /// <summary>"发霉？不存在的。"</summary>
    private static bool IsAnsweredNo(ReadOnlySpan<char> after) =>
        after.Length > 1 && after[0] is '？' or '?' && after[1..].TrimStart(' ').StartsWith("不存在");

    private static bool IsNegated(ReadOnlySpan<char> before, bool latin, out int at)
    {
        at = 0;
        return latin ? IsNegatedInEnglish(before, out at) : IsNegatedInChinese(before, out at);
    }

    private static bool IsNegatedInChinese(ReadOnlySpan<char> before, out int at)
    {
        at = 0;
        for (var fillers = 0; fillers <= MostFillers; fillers++)
        {
            foreach (var negator in Negators)
                if (before.EndsWith(negator, StringComparison.Ordinal))
                {
                    at = before.Length - negator.Length;
                    // "不得不", "不到", "差不多没" and the like are no negations of what follows; "不" stands right before it.
                    return negator != "不" || fillers == 0;
                }
            var longest = 0;
            foreach (var filler in Fillers)
                if (filler.Length > longest && before.EndsWith(filler, StringComparison.Ordinal))
                    longest = filler.Length;
            if (longest == 0)
                return false;
            before = before[..^longest];
        }

        return false;
    }

    private static bool IsNegatedInEnglish(ReadOnlySpan<char> before, out int at)
    {
        at = 0;
        var negators = EnglishNegators.GetAlternateLookup<ReadOnlySpan<char>>();
        var fillers = EnglishFillers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var words = 0; words <= MostFillers; words++)
        {
            before = before.TrimEnd(' ');
            var start = before.Length;
            while (start > 0 && (RiskLexicon.IsLatin(before[start - 1]) || before[start - 1] == '\''))
                start--;
            var word = before[start..];
            if (word.Length == 0)
                return false;
            at = start;
            if (negators.Contains(word) || (word is "from" && before[..start].TrimEnd(' ').EndsWith("far")))
                return true;
            if (!fillers.Contains(word))
                return false;
            before = before[..start];
        }

        return false;
    }

    /// <summary>"农残超标", "leaks or cracks".</summary>
    private static bool IsJoined(ReadOnlySpan<char> between) =>
        between.Length <= 1 || between.Trim(' ') is "or" or "and" or "nor" or "/" or "," or "以及" or "或者" or ", or";

    private static bool IsResolved(ReadOnlySpan<char> rest, int length)
    {
        var after = rest[length..Math.Min(rest.Length, length + ResolvedWithin)];
        foreach (var word in Resolutions)
        {
            var at = after.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var before = after[..at];
            var behind = after[(at + word.Length)..];
            if (behind.StartsWith("不了") || behind.StartsWith("方案") || behind.StartsWith("吗"))
                continue;
            var open = false;
            foreach (var not in NotYet)
                open |=
                    before.EndsWith(not, StringComparison.Ordinal) || (not.Length <= 2 && before.EndsWith(not + "有"));
            if (!open || word is "不存在")
                return true;
        }

        return false;
    }
}
