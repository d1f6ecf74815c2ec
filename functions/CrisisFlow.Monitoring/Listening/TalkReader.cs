using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Terms;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Comparing;
using CrisisFlow.Warnings.Spreading;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Monitoring.Listening;

/// <summary>Reads what is being said about a topic: on request, one at a time, cached for a minute.</summary>
public sealed class TalkReader(TopicSet topics, MentionStore mentions, BucketStore buckets, TimeProvider time)
    : IDisposable
{
    /// <summary>Most mentions read of the window, and as many of the time before.</summary>
    public const int MostMentions = 3_000;

    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Earlier windows that define what is usual.</summary>
    public const int WindowsBefore = 3;

    private const int Terms = 12;
    private const int Stories = 8;
    private const int Carriers = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<TopicId, Talk> _known = [];
    private (DateTimeOffset At, Comparison Voices)? _voices;

    /// <returns>Null when settings name no such topic.</returns>
    public async Task<Talk?> ReadAsync(TopicId topic, CancellationToken cancellation = default)
    {
        if (topics.Find(topic) is not { } known)
            return null;
        await _one.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_known.TryGetValue(known.Id, out var talk) && IsFresh(talk.Until, now))
                return talk;
            return _known[known.Id] = await MakeAsync(known, now, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static bool IsFresh(DateTimeOffset at, DateTimeOffset now) => now >= at && now - at < Kept;

    private async Task<Talk> MakeAsync(Topic topic, DateTimeOffset now, CancellationToken cancellation)
    {
        var said = await NewestAsync(topic.Id, now - Window, now, cancellation);
        var before = await NewestAsync(topic.Id, now - Window - WindowsBefore * Window, now - Window, cancellation);
        var terms = HotTerms.Of(
            said.Select(s => s.Mention.Whole),
            before.Select(s => s.Mention.Whole),
            topic.Scorer.Names,
            Terms
        );
        var byStory = said.ToLookup(s => s.Fingerprint, s => s.Mention);
        var stories = StoryLine
            .Of(said, Stories)
            .Select(line =>
            {
                var told = line.Fingerprints.SelectMany(story => byStory[story]).ToList();
                return new ToldStory(
                    line,
                    told.OrderBy(m => m.At).ThenBy(m => m.Id.Value, StringComparer.Ordinal).First(),
                    SpreadPath.Of(told, Carriers)
                );
            })
            .ToList();
        var path = SpreadPath.Of([.. said.Select(s => s.Mention)], Carriers);
        var named = path.Nodes.Concat(stories.SelectMany(s => s.Path.Nodes)).Select(n => n.Id).ToHashSet();
        return new Talk(
            topic.Id,
            now - Window,
            now,
            said.Count,
            before.Count,
            terms,
            stories,
            path,
            await VoicesAsync(now, cancellation)
        )
        {
            Mentions = said.Where(s => named.Contains(s.Mention.Id))
                .DistinctBy(s => s.Mention.Id)
                .ToDictionary(s => s.Mention.Id, s => s.Mention),
        };
    }

    /// <summary>
    /// From the newest hour backwards until there are enough; of the hour that has too many, those whose ids come
    /// first, which is as good as any.
    /// </summary>
    private async Task<List<ScoredMention>> NewestAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        var found = new List<ScoredMention>();
        for (var hour = MentionTables.HourOf(until); hour > from - Hour && found.Count < MostMentions; hour -= Hour)
            await foreach (
                var mention in mentions.ReadAsync(
                    topic,
                    hour > from ? hour : from,
                    hour + Hour < until ? hour + Hour : until,
                    MostMentions - found.Count,
                    cancellation
                )
            )
                found.Add(mention);
        return found;
    }

    private async Task<Comparison> VoicesAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (_voices is { } known && IsFresh(known.At, now))
            return known.Voices;
        var voices = new List<TopicVoice>();
        foreach (var topic in topics.All)
        {
            var before = await SumAsync(
                topic.Id,
                now - Window - WindowsBefore * Window,
                now - Window,
                now,
                cancellation
            );
            var usual = new MinuteBucket { Mentions = Part(before.Mentions), Negative = Part(before.Negative) };
            voices.Add(
                new TopicVoice(
                    topic.Id,
                    topic.Settings.Type,
                    await SumAsync(topic.Id, now - Window, now, now, cancellation),
                    usual
                )
            );
        }

        var compared = Comparison.Of(voices);
        _voices = (now, compared);
        return compared;
    }

    private async Task<MinuteBucket> SumAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var minutes = await buckets.MinutesAsync(topic, from, until, now, cancellation);
        return new MinuteBucket
        {
            Mentions = minutes.Sum(m => m.Bucket.Mentions),
            Negative = minutes.Sum(m => m.Bucket.Negative),
        };
    }

    private static int Part(int count) => (int)Math.Round(count / (double)WindowsBefore, MidpointRounding.AwayFromZero);
}
