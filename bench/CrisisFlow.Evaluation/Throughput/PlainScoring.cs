namespace CrisisFlow.Evaluation.Throughput;

/// <summary>
/// What one writes first: lower case, every brand looked for in turn, every substring looked up in a dictionary of
/// words.
/// </summary>
internal sealed class PlainScoring(IReadOnlyDictionary<string, double> words)
{
    private static readonly string[] Brands =
    [
        "华为",
        "小米",
        "苹果",
        "特斯拉",
        "美团",
        "京东",
        "淘宝",
        "拼多多",
        "当当",
        "携程",
        "如家",
        "联想",
        "戴尔",
        "惠普",
        "海尔",
        "蒙牛",
        "肯德基",
        "amazon",
        "nokia",
        "netflix",
    ];

    public int Score(string raw)
    {
        var text = raw.ToLowerInvariant();
        var result = Brands.Count(brand => text.Contains(brand, StringComparison.Ordinal));
        var sum = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            for (var length = 1; length <= 4 && i + length <= text.Length; length++)
            {
                if (words.TryGetValue(text.Substring(i, length), out var value))
                    sum += value;
            }
        }
        return result + (sum < 0 ? 1 : 0);
    }
}
