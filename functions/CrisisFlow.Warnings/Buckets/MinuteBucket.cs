using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>
/// What one topic's mentions of one minute add up to. Merging is commutative and associative, so an hour or a window is
/// the merge of its minutes. Bounded: authors are sketches, sources and stories are capped. Property names on disk are
/// one letter to stay compact.
/// </summary>
public sealed record MinuteBucket
{
    /// <summary>Maximum number of stories kept: the most severe, then the most repeated.</summary>
    public const int StoriesKept = 24;

    /// <summary>The greatest number of source names kept.</summary>
    public const int SourcesKept = 16;

    /// <summary>Followers from which an author counts as high-follower.</summary>
    public const long HighFollowers = 100_000;

    public static readonly MinuteBucket Empty = new();

    [JsonPropertyName("n")]
    public int Mentions { get; init; }

    [JsonPropertyName("g")]
    public int Negative { get; init; }

    [JsonPropertyName("p")]
    public int Positive { get; init; }

    /// <summary>Sum of sentiment scores; divided by <see cref="Mentions"/> it is the mean tone.</summary>
    [JsonPropertyName("m")]
    public double Tone { get; init; }

    /// <summary>Mentions per risk category, by the category's number; shorter when the last ones are 0.</summary>
    [JsonPropertyName("c")]
    public ImmutableArray<int> RiskHits { get; init; } = [];

    /// <summary>Mentions that name any risk.</summary>
    [JsonPropertyName("x")]
    public int Risky { get; init; }

    /// <summary>The most severe mention's severity, 0 to 1.</summary>
    [JsonPropertyName("s")]
    public double Severity { get; init; }

    /// <summary>Sum of all severities.</summary>
    [JsonPropertyName("v")]
    public double SeveritySum { get; init; }

    /// <summary>Hot-list entries.</summary>
    [JsonPropertyName("h")]
    public int HotList { get; init; }

    /// <summary>Best position on a hot list, 1 = top; null when none is known.</summary>
    [JsonPropertyName("k")]
    public int? Rank { get; init; }

    /// <summary>Mentions in news.</summary>
    [JsonPropertyName("w")]
    public int News { get; init; }

    /// <summary>Followers reached, summed over mentions.</summary>
    [JsonPropertyName("f")]
    public long Reach { get; init; }

    /// <summary>Likes, reposts and comments.</summary>
    [JsonPropertyName("e")]
    public long Engagement { get; init; }

    [JsonPropertyName("a")]
    public ImmutableArray<uint> Authors { get; init; } = [];

    [JsonPropertyName("b")]
    public ImmutableArray<uint> HighFollowerAuthors { get; init; } = [];

    /// <summary>Everybody who tells any of it, by <see cref="Voices.Of"/>.</summary>
    [JsonPropertyName("j")]
    [JsonConverter(typeof(SketchJson))]
    public ImmutableArray<uint> AllVoices { get; init; }

    /// <summary>Those of the negative mentions.</summary>
    [JsonPropertyName("y")]
    [JsonConverter(typeof(SketchJson))]
    public ImmutableArray<uint> NegativeVoices { get; init; }

    /// <summary>Those of each risk category, by the category's number, as <see cref="RiskHits"/>.</summary>
    [JsonPropertyName("z")]
    [JsonConverter(typeof(SketchesJson))]
    public ImmutableArray<ImmutableArray<uint>> RiskVoices { get; init; }

    [JsonPropertyName("o")]
    public ImmutableArray<string> Sources { get; init; } = [];

    [JsonPropertyName("t")]
    public ImmutableArray<StorySample> Stories { get; init; } = [];

    /// <summary>Mentions of earlier minutes as their sources showed them in this one.</summary>
    [JsonPropertyName("l")]
    public ImmutableArray<LaterSight> Later { get; init; }

    /// <summary>The minute a moment belongs to, in UTC.</summary>
    public static DateTimeOffset MinuteOf(DateTimeOffset at) =>
        new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    /// <summary>A bucket of one mention.</summary>
    public static MinuteBucket Of(ScoredMention scored)
    {
        var mention = scored.Mention;
        var risk = scored.Risk;
        // A hot-list entry has no author, even if the source names one.
        var hot = mention.Category == SourceCategory.HotList;
        var author = hot ? null : AuthorName.Of(mention.Author);
        var voice = Voices.Of(mention);
        var followers = Math.Max(0, mention.Followers ?? 0);
        return new MinuteBucket
        {
            Mentions = 1,
            Negative = scored.IsNegative ? 1 : 0,
            Positive = !scored.IsNegative && scored.Sentiment.Sentiment == Sentiment.Positive ? 1 : 0,
            Tone = scored.Sentiment.Score,
            RiskHits = scored.Severity > 0 ? Hits(risk) : [],
            Risky = scored.Severity > 0 ? 1 : 0,
            Severity = scored.Severity,
            SeveritySum = scored.Severity,
            HotList = hot ? 1 : 0,
            Rank = mention.Rank,
            News = mention.Category == SourceCategory.News ? 1 : 0,
            Reach = followers,
            Engagement = mention.Engagement.Total,
            Authors = author is null ? [] : [Voices.Hash(author)],
            HighFollowerAuthors = author is not null && followers >= HighFollowers ? [Voices.Hash(author)] : [],
            AllVoices = [voice],
            NegativeVoices = scored.IsNegative ? [voice] : default,
            RiskVoices = scored.Severity > 0 ? [.. Hits(risk).Select(hit => Of(voice, hit))] : default,
            Sources = [mention.Source],
            Stories = [Story(scored, hot, voice)],
        };
    }

    public static MinuteBucket Merge(MinuteBucket left, MinuteBucket right) =>
        new()
        {
            Mentions = left.Mentions + right.Mentions,
            Negative = left.Negative + right.Negative,
            Positive = left.Positive + right.Positive,
            Tone = left.Tone + right.Tone,
            RiskHits = BucketMerge.Sums(left.RiskHits, right.RiskHits),
            Risky = left.Risky + right.Risky,
            Severity = Math.Max(left.Severity, right.Severity),
            SeveritySum = left.SeveritySum + right.SeveritySum,
            HotList = left.HotList + right.HotList,
            Rank = left.Rank is { } a && right.Rank is { } b ? Math.Min(a, b) : left.Rank ?? right.Rank,
            News = left.News + right.News,
            Reach = left.Reach + right.Reach,
            Engagement = left.Engagement + right.Engagement,
            Authors = Voices.Merge(left.Authors, right.Authors),
            HighFollowerAuthors = Voices.Merge(left.HighFollowerAuthors, right.HighFollowerAuthors),
            AllVoices = Voices.Merge(left.AllVoices, right.AllVoices),
            NegativeVoices = Voices.Merge(left.NegativeVoices, right.NegativeVoices),
            RiskVoices = BucketMerge.Sketches(left.RiskVoices, right.RiskVoices),
            Sources = BucketMerge.Names(left.Sources, right.Sources),
            Stories = BucketMerge.Stories(left.Stories, right.Stories),
            Later = LaterSights.Merge(left.Later, right.Later),
        };

    private static ImmutableArray<uint> Of(uint voice, int hits) => hits > 0 ? [voice] : [];

    private static ImmutableArray<int> Hits(RiskScore risk)
    {
        if (risk.Categories.Count == 0)
            return [];
        var hits = new int[(int)risk.Categories.Max() + 1];
        foreach (var category in risk.Categories)
            hits[(int)category] = 1;
        return ImmutableArray.Create(hits);
    }

    private static StorySample Story(ScoredMention scored, bool hot, uint voice)
    {
        var mention = scored.Mention;
        var title = WithoutReposts(mention.Title.Length > 0 ? mention.Title : mention.Text);
        return new StorySample(
            scored.Fingerprint,
            TextCut.To(title, StorySample.TitleLimit),
            scored.Severity,
            scored.Severity > 0 && scored.Risk.Categories.Count > 0 ? scored.Risk.Categories[0] : null,
            1,
            hot ? 1 : 0,
            mention.Category == SourceCategory.News ? 1 : 0,
            mention.Rank
        )
        {
            Url = mention.Url is { Length: <= StorySample.UrlLimit } ? mention.Url : null,
            Source = mention.Source,
            Others = mention.Via,
            At = mention.At,
            Reach = Math.Max(0, mention.Followers ?? 0),
            Engagement = mention.Engagement.Total,
            Voices = [voice],
        };
    }

    // "//@name: text" says who was reposted; a story's title says what.
    private static string WithoutReposts(string title)
    {
        while (title.StartsWith("//@", StringComparison.Ordinal))
        {
            var end = title.IndexOf(':', StringComparison.Ordinal);
            if (end is < 0 or > 40 || end + 1 >= title.Length)
                return title;
            title = title[(end + 1)..].TrimStart();
        }

        return title;
    }
}
