using System.Collections.Frozen;
using System.Text;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Mentions;

/// <summary>
/// Whether two titles are near-equal: the same but for a counter, a mark such as "(updated)", punctuation, case, or a
/// small edit. It says nothing about what they tell; that is for whoever scores them.
/// </summary>
public static class TitleLikeness
{
    /// <summary>Two titles with this share of common pairs of characters (Dice) are near-equal.</summary>
    private const double Alike = 0.75;

    /// <summary>A shorter title with this share of its pairs in a longer one is that one, shortened.</summary>
    private const double Held = 0.9;

    private const int FewestPairs = 5;
    private const int LongestMark = 16;

    private static readonly FrozenSet<string> Marks = (
        "更新 更新中 持续更新 持续更新中 已更新 滚动更新 最新 图 组图 多图 视频 附视频 快讯 转载 转发 置顶 热 新 例 条 个 楼 次 期 第 "
        + "第例 第条 第个 条评论 评论 阅读 条回复 回复 浏览 万阅读 万评论 赞 "
        + "update updated updates updating upd video videos photo photos live new hot comments comment replies reply "
        + "views reads likes read repost"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings =
    [
        "持续更新中",
        "持续更新",
        "更新中",
        "已更新",
        "更新",
        "updated",
        "update",
    ];

    /// <summary>What is left of a title when counters, marks, punctuation and digits are gone; in one case.</summary>
    /// <param name="title">Plain text.</param>
    public static string KeyOf(string title)
    {
        var folded = TextFolding.FoldForMatching(TextFolding.Normalize(title));
        var kept = Letters(WithoutMarks(folded));
        foreach (var ending in Endings)
            if (kept.Length > ending.Length && kept.EndsWith(ending, StringComparison.Ordinal))
            {
                kept = kept[..^ending.Length];
                break;
            }

        return kept.Length > 0 ? kept : folded;
    }

    /// <param name="left">By <see cref="KeyOf"/>.</param>
    /// <param name="right">By <see cref="KeyOf"/>.</param>
    public static bool AreAlike(string left, string right) => left == right || AreAlike(Pairs(left), Pairs(right));

    /// <param name="left">By <see cref="Pairs"/>.</param>
    /// <param name="right">By <see cref="Pairs"/>.</param>
    internal static bool AreAlike(uint[] left, uint[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return false;
        var common = Common(left, right);
        var shorter = Math.Min(left.Length, right.Length);
        return 2.0 * common / (left.Length + right.Length) >= Alike
            || (shorter >= FewestPairs && common >= Held * shorter);
    }

    private static string WithoutMarks(string folded)
    {
        if (folded.AsSpan().IndexOfAny("([{【〔") < 0)
            return folded;
        var kept = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var close = folded[i] switch
            {
                '(' => ')',
                '[' => ']',
                '{' => '}',
                '【' => '】',
                '〔' => '〕',
                _ => '\0',
            };
            var end = close == '\0' ? -1 : folded.IndexOf(close, i);
            if (end > 0 && end - i <= LongestMark && IsMark(folded.AsSpan(i + 1, end - i - 1)))
                i = end;
            else
                kept.Append(folded[i]);
        }

        return kept.ToString();
    }

    private static bool IsMark(ReadOnlySpan<char> inside)
    {
        var letters = Letters(inside);
        return letters.Length == 0 || Marks.Contains(letters);
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
            if (char.IsLetter(character) || char.IsSurrogate(character))
                kept.Append(character);
        return kept.ToString();
    }

    /// <summary>Pairs of characters, sorted.</summary>
    internal static uint[] Pairs(string key)
    {
        if (key.Length < 2)
            return [];
        var pairs = new uint[key.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = ((uint)key[i] << 16) | key[i + 1];
        Array.Sort(pairs);
        return pairs;
    }

    private static int Common(uint[] left, uint[] right)
    {
        var common = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length; )
        {
            var order = left[l].CompareTo(right[r]);
            if (order == 0)
                common++;
            if (order <= 0)
                l++;
            if (order >= 0)
                r++;
        }

        return common;
    }
}
