using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Queries;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Scoring.Tone;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Evaluation.Throughput;

/// <summary>The whole scoring of one mention, step by step, as the product does it.</summary>
internal sealed class MentionScoring
{
    private static readonly string[] Queries =
    [
        "华为 OR huawei",
        "小米 NOT 小米粥",
        "苹果 AND (手机 OR iphone OR 电脑)",
        "特斯拉 OR tesla",
        "美团 OR 饿了么",
        "京东 OR 京东商城",
        "淘宝 OR 天猫 OR 阿里巴巴",
        "拼多多 OR pdd",
        "当当 OR 当当网",
        "携程 OR ctrip",
        "如家 OR 汉庭 OR 七天酒店",
        "联想 OR thinkpad OR lenovo",
        "戴尔 OR dell",
        "惠普 OR hp",
        "海尔 OR 格力 OR 美的空调",
        "蒙牛 OR 伊利",
        "肯德基 OR 麦当劳 OR kfc",
        "\"customer service\" AND (phone OR amazon)",
        "nokia OR motorola OR samsung OR 三星",
        "netflix OR disney OR 爱奇艺",
    ];

    private readonly TopicMatcher _topics = new([
        .. Queries.Select(q => ((QueryReading.Valid)TopicQuery.Parse(q)).Query),
    ]);
    private readonly int[] _matches = new int[Queries.Length];
    private readonly char[] _folded = new char[4096];

    public IReadOnlyList<(string Name, Func<string, int> Run)> Steps =>
        [
            ("normalise", text => TextFolding.Normalize(text).Length),
            ("match 20 topics", Match),
            ("shingle", text => (int)Fingerprint.Of(text).Content),
            ("risk", text => RiskModel.Default.Score(text).Categories.Count),
            ("sentiment", text => (int)SentimentModel.Default.Score(text).Sentiment),
        ];

    /// <summary>All steps; the result is only there so that nothing is optimised away.</summary>
    public int Score(string raw)
    {
        var text = TextFolding.Normalize(raw);
        var result = Match(text);
        result ^= (int)Fingerprint.Of(text).Content;
        result ^= RiskModel.Default.Score(text).Categories.Count;
        result ^= (int)SentimentModel.Default.Score(text).Sentiment;
        return result;
    }

    private int Match(string text)
    {
        var folded = _folded.AsSpan(0, text.Length);
        TextFolding.FoldForMatching(text, folded);
        return _topics.Match(folded, _matches);
    }
}
