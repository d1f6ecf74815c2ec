using System.Buffers;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// Words that decide whether two texts tell one story. Data, not settings: they belong to the languages.
/// </summary>
internal static class StoryWords
{
    private static readonly string[] Negations = (
        "不 未 没 没有 并非 绝非 无法 无人 并无 无需 从未 尚未 未曾 从不 不再 不会 不能 不得 勿 请勿 禁止 "
        + "拒绝 拒不 停止 取消 暂停 撤销 撤回 终止 否认 否决 无 非 未能 没能 未有 并未 并不 绝不 严禁"
    ).Split(' ');

    /// <summary>Words that only look negative.</summary>
    private static readonly string[] Plain = (
        "不锈 不仅 不但 不过 不少 不断 不同 不止 不久 不料 不良 不满 不幸 不错 不光 不论 不管 不愧 不禁 不得不 "
        + "不一 不愿 未来 未成年 未央 未必 没收 没落 没想到 无锡 无糖 无线 无印 无限 无数 无论 无证 无良 无辜 "
        + "无疑 无视 无人机 无人驾驶 非洲 非常 非遗 非法 非凡 除非 莫非 是非"
    ).Split(' ');

    private static readonly HashSet<string> EnglishNegations = new(StringComparer.Ordinal)
    {
        "not",
        "no",
        "never",
        "none",
        "cannot",
        "without",
        "denies",
        "denied",
        "deny",
        "denying",
        "refuses",
        "refused",
        "refuse",
        "rejects",
        "rejected",
        "reject",
        "cancels",
        "cancelled",
        "canceled",
        "cancel",
        "halts",
        "halted",
        "stops",
        "stopped",
        "suspends",
        "suspended",
        "withdraws",
        "withdrew",
        "won't",
        "can't",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishByText =
        EnglishNegations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words by which a text denies its story.</summary>
    private static readonly string[] Denials =
    [
        "否认",
        "辟谣",
        "谣言",
        "不实",
        "子虚乌有",
        "假消息",
        "造谣",
        "谣传",
        "不属实",
        "系误读",
        "纯属虚构",
        "denies",
        "denied",
        "deny",
        "rumor",
        "rumour",
        "hoax",
        "fake news",
        "debunk",
        "untrue",
        "false claim",
    ];

    private static readonly SearchValues<string> DenialSearch = SearchValues.Create(Denials, StringComparison.Ordinal);

    /// <summary>Small words between a negation and what it negates.</summary>
    public const string Fillers = "会能想再曾是有得可要将对被的了过";

    public static readonly string[] EnglishFillers = (
        "be been will would to any a the is are was were has have had " + "did does do being"
    ).Split(' ');

    /// <summary>Opposites: where one stands in place of the other, the story is another.</summary>
    public static readonly (string One, string Other)[] Opposites =
    [
        ("涨", "跌"),
        ("涨", "降"),
        ("升", "降"),
        ("增", "减"),
        ("胜", "败"),
        ("赢", "输"),
        ("盈", "亏"),
        ("买", "卖"),
        ("开", "关"),
        ("开", "停"),
        ("上", "下"),
        ("有", "无"),
        ("真", "假"),
        ("同意", "拒绝"),
        ("通过", "驳回"),
        ("复", "停"),
        ("男", "女"),
        ("父", "母"),
        ("夫", "妻"),
        ("前", "后"),
        ("首", "末"),
        ("收购", "出售"),
        ("入", "出"),
        ("加", "减"),
        ("生", "死"),
        ("rises", "falls"),
        ("rise", "fall"),
        ("rose", "fell"),
        ("up", "down"),
        ("wins", "loses"),
        ("win", "lose"),
        ("won", "lost"),
        ("profit", "loss"),
        ("opens", "closes"),
        ("open", "close"),
        ("raises", "cuts"),
        ("raise", "cut"),
        ("buys", "sells"),
        ("buy", "sell"),
        ("approves", "rejects"),
        ("hires", "fires"),
        ("gains", "losses"),
        ("male", "female"),
        ("man", "woman"),
        ("increases", "decreases"),
        ("increase", "decrease"),
        ("higher", "lower"),
        ("more", "fewer"),
        ("best", "worst"),
        ("before", "after"),
        ("guilty", "innocent"),
    ];

    /// <summary>Who speaks and how a headline is dressed; standing in for each other they change no story.</summary>
    public static readonly string[] Dressing = (
        "网友 官方 回应 发声 致歉 道歉 公开 最新 曝 曝光 被曝 消息 通报 热议 媒体 记者 客服 公司 品牌 方 称 "
        + "表示 突发 快讯 视频 直播 声明 发布 宣布 承认 有人 多人 多名 大量 部分 某 一些 近日 今日 今天 昨日 "
        + "昨天 目前 现在 再次 再度 竟 居然 已 刚刚 疑似 疑 涉嫌 涉 因 就"
    ).Split(' ');

    /// <summary>Places that a story hangs on.</summary>
    public static readonly HashSet<string> Places =
    [
        .. (
            "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 "
            + "石家庄 唐山 太原 大同 沈阳 大连 长春 哈尔滨 南京 无锡 徐州 常州 苏州 南通 扬州 杭州 宁波 温州 嘉兴 绍兴 金华 台州 合肥 芜湖 福州 厦门 泉州 南昌 赣州 济南 青岛 烟台 潍坊 "
            + "临沂 郑州 洛阳 开封 "
            + "武汉 宜昌 襄阳 长沙 株洲 岳阳 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 南宁 桂林 柳州 海口 三亚 成都 绵阳 德阳 贵阳 遵义 昆明 大理 拉萨 西安 咸阳 宝鸡 兰州 "
            + "西宁 银川 乌鲁木齐 包头 呼和浩特 "
            + "美国 英国 法国 德国 日本 韩国 印度 俄罗斯 乌克兰 加拿大 澳大利亚 澳洲 意大利 西班牙 巴西 泰国 越南 新加坡 马来西亚 印尼 菲律宾 欧盟 欧洲 非洲 东京 伦敦 巴黎 纽约 首尔"
        ).Split(' '),
    ];

    /// <summary>The same in English, folded, as hashes of words.</summary>
    public static readonly HashSet<uint> EnglishPlaces =
    [
        .. (
            "beijing shanghai shenzhen guangzhou hangzhou wuhan chengdu chongqing tianjin nanjing china japan korea "
            + "india russia ukraine france germany italy spain britain england london paris berlin tokyo seoul "
            + "america us uk canada australia brazil mexico texas california florida york chicago boston seattle "
            + "washington ohio europe asia africa singapore thailand vietnam malaysia indonesia philippines"
        )
            .Split(' ')
            .Select(word => StoryHash.Text(word)),
    ];

    /// <summary>The hundred commonest family names, for people who are told apart only by theirs (王某, 李女士).</summary>
    public const string FamilyNames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";

    private static readonly Dictionary<char, string[]> NegationsByFirst = ByFirst(Negations);
    private static readonly Dictionary<char, string[]> PlainByFirst = ByFirst(Plain);

    public static int LongestNegation(ReadOnlySpan<char> folded) => Longest(folded, NegationsByFirst);

    public static int LongestPlain(ReadOnlySpan<char> folded) => Longest(folded, PlainByFirst);

    public static bool IsEnglishNegation(ReadOnlySpan<char> word) =>
        word.EndsWith("n't") || EnglishByText.Contains(word);

    public static bool Denies(ReadOnlySpan<char> folded) => folded.IndexOfAny(DenialSearch) >= 0;

    private static int Longest(ReadOnlySpan<char> folded, Dictionary<char, string[]> words)
    {
        var longest = 0;
        if (words.TryGetValue(folded[0], out var candidates))
            foreach (var word in candidates)
                if (word.Length > longest && folded.StartsWith(word))
                    longest = word.Length;
        return longest;
    }

    private static Dictionary<char, string[]> ByFirst(string[] words) =>
        words.GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.ToArray());
}
