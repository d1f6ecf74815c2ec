using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>Replays an archive through the same scoring, buckets, indicators and decider as the live evaluation, minute by minute.</summary>
public sealed class BacktestRunner
{
    private readonly BacktestRequest _request;
    private readonly List<(DateTimeOffset Minute, MinuteBucket Bucket)> _buckets = [];
    private readonly SortedDictionary<string, int> _raised = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _held = new(StringComparer.Ordinal);
    private readonly TopicWatch _watch;
    private int _items, _matched, _untimed, _changed, _cleared;
    private DateTimeOffset? _from, _until;

    private BacktestRunner(BacktestRequest request)
    {
        _request = request;
        var names = new MentionScorer(request.Query).Names;
        _watch = new TopicWatch(new TopicHistory(request.Topic, names), WarningDecider.Initial, request.Settings);
    }

    /// <summary>Replays it; lines come as they happen, in the archive's time.</summary>
    /// <param name="items">In any order; items without a time are counted and left out.</param>
    /// <param name="line">Takes every line.</param>
    /// <param name="progress">Takes how much is done, 0 to 1; may be null.</param>
    public static BacktestSummary Run(
        IEnumerable<DocumentItem> items, BacktestRequest request, Action<BacktestLine> line, IProgress<double>? progress = null)
    {
        var runner = new BacktestRunner(request);
        runner.Gather(items);
        runner.Replay(line, progress);
        return runner.Summary();
    }

    private void Gather(IEnumerable<DocumentItem> items)
    {
        var matched = new List<(DateTimeOffset At, Mention Mention, string Folded)>();
        foreach (var item in items)
        {
            _items++;
            if ((item.Published ?? item.Updated) is not { } at)
            {
                _untimed++;
                continue;
            }
            if (_from is null || at < _from) _from = at;
            if (_until is null || at > _until) _until = at;
            var mention = BacktestMention.Of(item, at, _request);
            var folded = TextFolding.FoldForMatching(mention.Whole);
            if (_request.Query.Matches(folded)) matched.Add((at, mention, folded));
        }
        _matched = matched.Count;

        var scorer = new MentionScorer(_request.Query);
        var stories = new StoryMatcher([]);
        // Stable, so that equal archives give equal lines; in order, since a story is told by whoever tells it first.
        foreach (var (at, mention, folded) in matched.OrderBy(each => each.At))
        {
            var story = stories.Match(mention.Title, mention.Text);
            _buckets.Add((MinuteBucket.MinuteOf(at), MinuteBucket.Of(scorer.Score(mention, folded, story))));
        }
    }

    private void Replay(Action<BacktestLine> line, IProgress<double>? progress)
    {
        if (_buckets.Count == 0) return;
        var end = MinuteBucket.MinuteOf(_until!.Value);
        var begin = _buckets[0].Minute;
        var minute = begin;
        for (var next = 0; minute <= end;)
        {
            while (next < _buckets.Count && _buckets[next].Minute <= minute)
            {
                _watch.History.Add(_buckets[next].Minute, _buckets[next].Bucket);
                next++;
            }
            // A minute's bucket is complete when the next minute begins: no warning is ever older than what it rests on.
            var events = _watch.Look(minute.AddMinutes(1));
            _watch.Apply(events);
            foreach (var happened in events) Count(happened, line);
            if (progress is not null && minute.Minute == 0) progress.Report((minute - begin) / (end - begin + TimeSpan.FromMinutes(1)));
            // Nothing can happen before the next bucket: the minutes between need no look.
            minute = _watch.IsIdle && next < _buckets.Count ? _buckets[next].Minute
                : _watch.IsIdle && next >= _buckets.Count ? end.AddMinutes(1)
                : minute.AddMinutes(1);
        }
        progress?.Report(1);
    }

    private void Count(WarningEvent happened, Action<BacktestLine> line)
    {
        if (BacktestLine.Of(_request.Topic.Value, happened) is not { } written) return;
        switch (written.Kind)
        {
            case "raised": _raised[written.Level] = _raised.GetValueOrDefault(written.Level) + 1; break;
            case "heldback": _held[written.Reason] = _held.GetValueOrDefault(written.Reason) + 1; break;
            case "changed": _changed++; break;
            default: _cleared++; break;
        }
        line(written);
    }

    private BacktestSummary Summary() => new(
        "summary", _request.Topic.Value, _items, _matched, _untimed, _from, _until, _raised, _changed, _cleared, _held,
        _watch.State is WarningState.Watching watching ? watching.Open.Length : 0);
}
