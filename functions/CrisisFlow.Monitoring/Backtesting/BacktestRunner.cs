using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>
/// Replays an archive through the pipeline that watches live, over a store in memory and a clock that shows the
/// archive's time: each item is taken in at its own time, and each minute is looked at when it is over.
/// </summary>
public sealed class BacktestRunner
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly BacktestRequest _request;
    private readonly ReplayClock _clock = new();
    private readonly MemoryEntityStore _store = new();
    private readonly Pipeline _pipeline;
    private readonly Tally _tally = new();
    private readonly Action<BacktestLine> _line;

    private BacktestRunner(BacktestRequest request, Action<BacktestLine> line)
    {
        (_request, _line) = (request, line);
        _pipeline = new Pipeline(_store, request.Settings, _clock);
        _pipeline.Evaluation.Happened += Tell;
    }

    /// <summary>Replays it; lines come as they happen, in the archive's time.</summary>
    /// <param name="items">
    /// In any order; items without a time, or with an impossible one, are counted and left out. Enumerated once.
    /// </param>
    /// <param name="line">Takes every line.</param>
    /// <param name="progress">Takes how much is done, 0 to 1; may be null.</param>
    /// <exception cref="SettingsException">A topic's query cannot be read.</exception>
    public static async Task<BacktestSummary> RunAsync(
        IEnumerable<DocumentItem> items,
        BacktestRequest request,
        Action<BacktestLine> line,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var runner = new BacktestRunner(request, line);
        await runner._store.CreateTablesAsync(Pipeline.Tables, cancellation);
        await runner.ReplayAsync(new ReplayQueue(runner.Gather(items)), progress, cancellation);
        return await runner.SummaryAsync(cancellation);
    }

    /// <summary>The items of a topic with their times; others do nothing to any topic and need no room.</summary>
    private IEnumerable<(DateTimeOffset At, DocumentItem Item)> Gather(IEnumerable<DocumentItem> items)
    {
        foreach (var item in items)
        {
            var at = MentionMaker.Claimed(item);
            _tally.Read(at);
            if (at is { } time && ItemText.Of(item) is { } said && _pipeline.Topics.Matching(said.Folded).Count > 0)
                yield return (time, item);
        }
    }

    private async Task ReplayAsync(ReplayQueue queue, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (queue.Next is not { } first)
            return;
        var begin = MinuteBucket.MinuteOf(first);
        var end = MinuteBucket.MinuteOf(_tally.Until!.Value);
        for (var minute = begin; minute <= end; minute += Minute)
        {
            while (queue.Next < minute + Minute)
                await TakeAsync(queue, cancellation);
            _clock.Now = minute + Minute;
            await _pipeline.EvaluateAsync(static (_, _, _) => Task.CompletedTask, cancellation);
            if (progress is not null && minute.Minute == 0)
                progress.Report((minute - begin) / (end - begin + Minute));
            if (!_pipeline.Evaluation.IsResting)
                continue;
            // Nothing happens before the next item: the minutes between need no look.
            if (queue.Next is not { } next)
                break;
            minute = MinuteBucket.MinuteOf(next) - Minute;
        }

        progress?.Report(1);
    }

    private async Task TakeAsync(ReplayQueue queue, CancellationToken cancellation)
    {
        (_clock.Now, var items) = queue.Take();
        var taken = await _pipeline.TakeAsync(_request.Source, _request.Category, items, cancellation);
        _tally.Matched += taken.Matched;
    }

    private void Tell(TopicId topic, WarningEvent happened)
    {
        if (BacktestLine.Of(_pipeline.Topics.Find(topic)!.Settings.Name, happened) is not { } written)
            return;
        _tally.Add(written);
        _line(written);
    }

    private async Task<BacktestSummary> SummaryAsync(CancellationToken cancellation)
    {
        var open = 0;
        foreach (var topic in _pipeline.Topics.All)
            if (await _pipeline.Warnings.StateAsync(topic.Id, cancellation) is WarningState.Watching watching)
                open += watching.Open.Length;
        return _tally.Summary(string.Join(", ", _pipeline.Topics.All.Select(topic => topic.Settings.Name)), open);
    }
}
