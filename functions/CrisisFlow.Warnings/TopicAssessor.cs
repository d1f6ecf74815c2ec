using System.Collections.Immutable;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>
/// Looks at a topic's history and says which of its stories could be warned of, each with its risk index. What was
/// computed is kept until a bucket arrives or a window moves on, so looking every minute is cheap.
/// </summary>
public sealed class TopicAssessor(TopicHistory history, WarningSettings settings)
{
    private const int EvidenceKept = 5;

    private readonly Dictionary<(string Title, RiskCategory? Risk), StoryKey> _keys = [];
    private MinuteBucket _merged = MinuteBucket.Empty;
    private List<StoryCluster> _clusters = [];
    private Windows? _windows;
    private IReadOnlyList<Candidate> _candidates = [];
    private (int Version, long Hour) _seen = (-1, 0);
    private (int Version, long Hour) _closedAt = (-1, 0);
    private MinuteBucket _closed = MinuteBucket.Empty;
    private Usual _usual;

    /// <summary>Whether the long window holds nothing, so that nothing can be a candidate.</summary>
    public bool IsIdle => _merged.Mentions == 0;

    /// <summary>The topic's stories at this moment, in no order.</summary>
    public IReadOnlyList<Candidate> Candidates(DateTimeOffset now)
    {
        var hour = now.UtcTicks / TimeSpan.TicksPerHour;
        var moved = _seen != (history.Version, hour);
        if (moved)
        {
            _seen = (history.Version, hour);
            history.LookedAt = Math.Max(history.LookedAt, hour);
            if (_closedAt != (history.ClosedVersion, hour))
            {
                _closedAt = (history.ClosedVersion, hour);
                _closed = Windows.MergeClosed(history, hour, settings);
                _usual = Usual.At(history, hour, settings);
            }
            _merged = history.Hours.TryGetValue(hour, out var open) ? MinuteBucket.Merge(_closed, open) : _closed;
            _merged = LaterSights.Apply(_merged, TimeOf(hour - (long)settings.LongWindow));
            _clusters = StoryCluster.Of(_merged, KeyOf);
            if (_keys.Count > 4 * MinuteBucket.StoriesKept)
                _keys.Clear();
        }
        if (_merged.Mentions == 0)
            return _candidates = [];
        var windows = Windows.At(history, now, settings, _merged, _usual);
        if (
            !moved
            && _windows is not null
            && windows.Mentions.SequenceEqual(_windows.Mentions)
            && windows.Negative.SequenceEqual(_windows.Negative)
        )
            return _candidates;
        _windows = windows;
        var index = new TopicIndex(windows, settings);
        return _candidates = [.. _clusters.Select(cluster => Candidate(cluster, windows, index))];
    }

    /// <summary>Which sources told a story since a moment, and in the long window before it.</summary>
    public IReadOnlySet<string> SourcesOf(StoryKey story, DateTimeOffset since) =>
        Hours(since)
            .SelectMany(static hour => hour.Stories)
            .Where(sample => KeyOf(sample).SameStory(story))
            .SelectMany(static sample => sample.ToldBy())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which sources said anything since a moment, and in the long window before it.</summary>
    public IReadOnlySet<string> Sources(DateTimeOffset since) =>
        Hours(since)
            .SelectMany(static hour => hour.Sources.Concat(hour.Stories.SelectMany(static story => story.ToldBy())))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<MinuteBucket> Hours(DateTimeOffset since)
    {
        var first = since.UtcTicks / TimeSpan.TicksPerHour - (long)settings.LongWindow;
        // What a list still shows is told by its source, however long ago it came.
        return history
            .Hours.Where(hour => hour.Key >= first)
            .SelectMany(hour =>
                hour.Value.Later.IsDefaultOrEmpty
                    ? [hour.Value]
                    : hour.Value.Later.Select(static sight => sight.Now).Append(hour.Value)
            );
    }

    private static DateTimeOffset TimeOf(long hour) => new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero);

    private Candidate Candidate(StoryCluster cluster, Windows windows, TopicIndex index)
    {
        var named = cluster.HotList > 0 || cluster.News >= settings.NewsFloor;
        var mood = Mood(windows.Long);
        var isSurge = cluster.Key.Risk is null;
        var hits = isSurge
            ? Voices.Among(windows.Long.Negative, windows.Long.NegativeVoices)
            : Voiced(cluster, windows.Long);
        var voices = isSurge ? Voices.Among(windows.Long.Mentions, windows.Long.AllVoices) : hits;
        var severity = isSurge
            ? mood
            : cluster.Severity
                * (
                    named
                        ? 1
                        : Math.Min(1, settings.VoiceShare + (1 - settings.VoiceShare) * hits / (10 * settings.Floor))
                );
        return new Candidate(
            cluster.Samples[0].Title,
            cluster.Key.Risk,
            index.Index(new StoryFacts(severity, hits, cluster.HotListWorth, cluster.News)),
            voices,
            named,
            Grave: named && cluster.Severity >= settings.GraveFrom,
            Risky: cluster.Severity >= ScoredMention.NegativeFrom || mood > 0,
            EvidenceWeight.Of(cluster.Samples, EvidenceKept)
        )
        {
            Key = cluster.Key,
            Flood = isSurge ? Flood.Of(windows.Long.Negative, hits) : Flood.Of(Told(cluster, windows.Long), voices),
        };
    }

    /// <summary>
    /// How severe the tone alone is when no word names an event: at most 0.6, and nothing below the floor or a third of
    /// all mentions.
    /// </summary>
    private double Mood(MinuteBucket all)
    {
        var voices = Voices.Among(all.Negative, all.NegativeVoices);
        if (voices < settings.Floor)
            return 0;
        var share = Math.Clamp((Indicator.ShareOfNegative(all) - 0.3) / 0.4, 0, 1);
        return 0.6 * share * Math.Min(1, voices / (10 * settings.Floor));
    }

    /// <summary>Samples are capped, counts by category are not: the greater is the truth.</summary>
    private static int Told(StoryCluster cluster, MinuteBucket all) =>
        Math.Max(cluster.Mentions, Hits(all, cluster.Key.Risk ?? RiskCategory.Unclear));

    /// <summary>
    /// Who names the story's risk, each once; of samples that joined it from another category, no more than they are.
    /// </summary>
    private static int Voiced(StoryCluster cluster, MinuteBucket all)
    {
        var own = cluster.Key.Risk ?? RiskCategory.Unclear;
        var voices = Voices.Among(Hits(all, own), VoicesOf(all, own));
        foreach (var joined in cluster.Samples.Where(sample => sample.Risk != own).GroupBy(sample => sample.Risk))
        {
            var mentions = joined.Sum(sample => sample.Mentions);
            voices += joined.Key is { } risk ? Voices.Among(mentions, VoicesOf(all, risk)) : mentions;
        }

        return voices;
    }

    private static int Hits(MinuteBucket all, RiskCategory risk) =>
        (int)risk < all.RiskHits.Length ? all.RiskHits[(int)risk] : 0;

    private static ImmutableArray<uint> VoicesOf(MinuteBucket all, RiskCategory risk) =>
        !all.RiskVoices.IsDefault && (int)risk < all.RiskVoices.Length ? all.RiskVoices[(int)risk] : [];

    private StoryKey KeyOf(StorySample sample)
    {
        var risk = sample.Severity >= ScoredMention.NegativeFrom ? sample.Risk : null;
        if (_keys.TryGetValue((sample.Title, risk), out var key))
            return key;
        return _keys[(sample.Title, risk)] = StoryKey.Of(risk, sample.Title, history.Names);
    }
}
