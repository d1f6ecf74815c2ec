using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Terms;

/// <summary>
/// In how many texts each phrase stands. A longer run of characters is counted only where both its shorter ones are
/// frequent, so memory stays small.
/// </summary>
internal static class PhraseCounter
{
    /// <summary>Characters read of a text.</summary>
    public const int LengthLimit = 300;

    private const int LongestRun = 6;
    private const int ShortestWord = 3;
    private const double LeastEntropy = 0.5;

    private static readonly HashSet<string> Common =
    [
        .. (
            "the and for that this with from you your are was were has have had not but our its their they she his "
            + "her him will would can could just what when who why how all one out about into more than them then "
            + "there been being over after also very new says said"
        ).Split(' '),
        .. (
            "我们 你们 他们 它们 这个 那个 一个 没有 什么 怎么 还是 就是 不是 可以 可能 因为 所以 但是 如果 已经 自己 现在 知道 这样 这么 那么 大家 时候 真的 今天 昨天 一下 一些 不要 "
            + "不会 一次 有人 网友"
        ).Split(' '),
    ];

    /// <summary>A phrase does not begin with one of these.</summary>
    private const string NotFirst = "的了着是在和与及就都而也还这那有把让给从向但又并或吗呢吧啊呀哦我你他她它们很太";

    /// <summary>A phrase does not end with one of these.</summary>
    private const string NotLast =
        "的了着过在是和与及就都而也还这那被为对将把让给从向但又并或吗呢吧啊呀哦我你他她它很太不没要";

    public static Dictionary<string, int> Count(IReadOnlyList<string> texts, int fewest)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        foreach (var word in Words(text))
            words[word] = words.GetValueOrDefault(word) + 1;
        var found = words.Where(word => word.Value >= fewest).ToDictionary(StringComparer.Ordinal);

        HashSet<string>? shorter = null;
        for (var length = 2; length <= LongestRun; length++)
        {
            var runs = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var text in texts)
            foreach (var run in Runs(text, length, shorter))
                runs[run] = runs.GetValueOrDefault(run) + 1;
            shorter = [.. runs.Where(run => run.Value >= fewest).Select(run => run.Key)];
            foreach (var run in shorter)
                if (!NotFirst.Contains(run[0]) && !NotLast.Contains(run[^1]) && !Common.Contains(run))
                    found[run] = runs[run];
            if (shorter.Count == 0)
                break;
        }

        return Bounded(texts, found);
    }

    /// <summary>The same for given phrases alone.</summary>
    public static Dictionary<string, int> CountOnly(IReadOnlyList<string> texts, IEnumerable<string> phrases)
    {
        var wanted = phrases.ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in Words(text))
                if (wanted.Contains(word))
                    counts[word] = counts.GetValueOrDefault(word) + 1;
            for (var length = 2; length <= LongestRun; length++)
                foreach (var run in Runs(text, length, null))
                    if (wanted.Contains(run))
                        counts[run] = counts.GetValueOrDefault(run) + 1;
        }

        return counts;
    }

    /// <summary>Words of a script with spaces, each once.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!TextFolding.IsWordCharacter(text[i]))
                continue;
            var start = i;
            while (i < text.Length && TextFolding.IsWordCharacter(text[i]))
                i++;
            var word = text[start..i];
            if (word.Length >= ShortestWord && !char.IsAsciiDigit(word[0]) && !Common.Contains(word))
                words.Add(word);
        }

        return words;
    }

    /// <summary>
    /// Runs of Chinese characters of a length, each once; only those whose own beginning and end are frequent.
    /// </summary>
    private static HashSet<string> Runs(string text, int length, HashSet<string>? shorter)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        var han = 0;
        for (var i = 0; i < text.Length; i++)
        {
            han = TextFolding.IsHan(text[i]) ? han + 1 : 0;
            if (han < length)
                continue;
            var run = text.Substring(i - length + 1, length);
            if (shorter is null || (shorter.Contains(run[1..]) && shorter.Contains(run[..^1])))
                runs.Add(run);
        }

        return runs;
    }

    /// <summary>Without runs that always go on in the same way: they are pieces of something longer.</summary>
    private static Dictionary<string, int> Bounded(IReadOnlyList<string> texts, Dictionary<string, int> found)
    {
        var neighbours = new Dictionary<string, (Dictionary<char, int> Left, Dictionary<char, int> Right)>(
            StringComparer.Ordinal
        );
        foreach (var text in texts)
            for (var length = 2; length <= LongestRun; length++)
            for (var i = 0; i + length <= text.Length; i++)
            {
                if (!TextFolding.IsHan(text[i]) || !found.ContainsKey(text.Substring(i, length)))
                    continue;
                var run = text.Substring(i, length);
                if (!neighbours.TryGetValue(run, out var sides))
                    neighbours[run] = sides = ([], []);
                Add(sides.Left, i == 0 ? '\0' : text[i - 1]);
                Add(sides.Right, i + length == text.Length ? '\0' : text[i + length]);
            }

        return found
            .Where(term =>
                !neighbours.TryGetValue(term.Key, out var sides)
                || Math.Min(Entropy(sides.Left), Entropy(sides.Right)) >= LeastEntropy
            )
            .ToDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<char, int> counts, char neighbour) =>
        counts[neighbour] = counts.GetValueOrDefault(neighbour) + 1;

    /// <summary>
    /// In nats; a text's edge or a mark is a boundary by itself and counts as a separate neighbour each time.
    /// </summary>
    private static double Entropy(Dictionary<char, int> counts)
    {
        double total = counts.Values.Sum(),
            entropy = 0;
        foreach (var (neighbour, count) in counts)
        {
            var share = count / total;
            entropy +=
                neighbour != '\0' && char.IsLetterOrDigit(neighbour)
                    ? -share * Math.Log(share)
                    : share * Math.Log(total + 1);
        }

        return entropy;
    }
}
