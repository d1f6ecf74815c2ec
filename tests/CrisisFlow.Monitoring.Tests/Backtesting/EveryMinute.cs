using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>
/// The pipeline as a host runs it that is not alone: mentions come through a queue, so it reads everything again and
/// looks at every minute, whatever it knows.
/// </summary>
internal sealed class EveryMinute : IMentionQueue
{
    private readonly FakeTimeProvider _clock;
    private readonly MemoryEntityStore _store = new();
    private readonly BacktestRequest _request;
    private readonly Pipeline _pipeline;
    private readonly List<BacktestLine> _lines = [];

    private EveryMinute(BacktestRequest request, DateTimeOffset start)
    {
        (_clock, _request) = (new FakeTimeProvider(start), request);
        _pipeline = new Pipeline(_store, request.Settings, _clock, this);
        _pipeline.Evaluation.Happened += (topic, happened) =>
        {
            var name = _pipeline.Topics.Find(topic)!.Settings.Name;
            if (BacktestLine.Of(name, happened) is { } line)
                _lines.Add(line);
        };
    }

    /// <param name="items">In the order of their times.</param>
    public static async Task<IReadOnlyList<BacktestLine>> LinesAsync(
        IReadOnlyList<DocumentItem> items,
        BacktestRequest request
    )
    {
        var every = new EveryMinute(request, MinuteBucket.MinuteOf(items[0].Published!.Value));
        await every._store.CreateTablesAsync(Pipeline.Tables);
        await every.RunAsync(items);
        return every._lines;
    }

    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default) =>
        _pipeline.Scoring.ScoreAsync(mentions, cancellation);

    private async Task RunAsync(IReadOnlyList<DocumentItem> items)
    {
        var end = MinuteBucket.MinuteOf(items[^1].Published!.Value).AddMinutes(1);
        for (var next = 0; _clock.GetUtcNow() < end; )
        {
            var minute = _clock.GetUtcNow().AddMinutes(1);
            for (; next < items.Count && items[next].Published < minute; next++)
            {
                _clock.SetUtcNow(items[next].Published!.Value);
                await _pipeline.TakeAsync(_request.Source, _request.Category, [items[next]]);
            }

            _clock.SetUtcNow(minute);
            await _pipeline.EvaluateAsync((_, _, _) => Task.CompletedTask);
        }
    }
}
