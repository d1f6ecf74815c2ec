using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;
using CrisisFlow.Warnings;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Monitoring.Tests.Evaluating;

/// <summary>A topic that nobody talks about is passed over; whatever ends that is seen with the next look.</summary>
public sealed class Resting_loses_nothing
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly TopicId Brand = new("brand");

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly MemoryEntityStore _memory = new();
    private readonly List<WarningEvent> _happened = [];

    [Fact(Timeout = 120_000)]
    public async Task At_rest_a_minute_reads_and_writes_nothing()
    {
        var counting = new CountingStore(_memory);
        var pipeline = await StartAsync(counting);
        await LooksAsync(pipeline, 10);
        Assert.True(pipeline.Evaluation.IsResting);
        Assert.Equal(0, await counting.CountAsync(() => LooksAsync(pipeline, 40)));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_mention_is_seen_in_its_minute()
    {
        var pipeline = await StartAsync(_memory);
        await LooksAsync(pipeline, 100);
        await SayAsync(pipeline, _clock.GetUtcNow());
        await LooksAsync(pipeline, 1);
        Assert.Equal(_clock.GetUtcNow(), Assert.IsType<WarningEvent.Raised>(Assert.Single(_happened)).At);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_mention_whose_clock_is_ahead_is_seen_when_its_time_comes()
    {
        var pipeline = await StartAsync(_memory);
        await LooksAsync(pipeline, 100);
        var ahead = _clock.GetUtcNow().AddMinutes(4);
        await SayAsync(pipeline, ahead);
        await LooksAsync(pipeline, 4);
        Assert.Empty(_happened);
        await LooksAsync(pipeline, 1);
        Assert.Equal(ahead.AddMinutes(1), Assert.Single(_happened).At);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_mention_that_was_ahead_before_a_restart_is_seen_after_it()
    {
        var before = await StartAsync(_memory);
        await SayAsync(before, Noon.AddMinutes(4));
        var after = await StartAsync(_memory);
        await LooksAsync(after, 6);
        Assert.Equal(Noon.AddMinutes(5), Assert.Single(_happened).At);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(5)]
    [InlineData(23)]
    public async Task A_mention_that_comes_hours_late_is_seen_with_the_next_look(int hours)
    {
        var pipeline = await StartAsync(_memory);
        await LooksAsync(pipeline, 200);
        await SayAsync(pipeline, _clock.GetUtcNow().AddHours(-hours));
        await LooksAsync(pipeline, 1);
        Assert.IsType<WarningEvent.Raised>(Assert.Single(_happened));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_silence_that_a_person_asks_for_ends_on_time()
    {
        var pipeline = await StartAsync(_memory);
        await LooksAsync(pipeline, 10);
        var until = _clock.GetUtcNow().AddMinutes(90);
        await pipeline.Warnings.TellAsync(
            Brand,
            new WarningCommand.Silence(_clock.GetUtcNow(), "s1", "ann", "A known promotion", until),
            _ => []
        );
        await LooksAsync(pipeline, 100);
        Assert.Equal(until, Assert.IsType<WarningEvent.SilenceEnded>(Assert.Single(_happened)).At);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_open_warning_is_cleared_after_a_restart_without_another_mention()
    {
        var before = await StartAsync(_memory);
        await SayAsync(before, Noon);
        await LooksAsync(before, 2);
        var after = await StartAsync(_memory);
        await LooksAsync(after, 60 * 60);
        Assert.IsType<WarningEvent.Cleared>(_happened[^1]);
        Assert.True(after.Evaluation.IsResting);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_that_broke_off_is_not_taken_for_rest(bool after)
    {
        var breaking = new BreakingWarnings(_memory, after);
        var pipeline = await StartAsync(breaking);
        await SayAsync(pipeline, Noon);
        breaking.Breaks = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<AggregateException>(() => LookAsync(pipeline));
        breaking.Breaks = false;
        await LooksAsync(pipeline, 60 * 60);
        // Stored once, whether the broken write came through or not.
        var raised = 0;
        await foreach (var (_, happened) in pipeline.Warnings.EventsAsync(Brand, 100))
            raised += happened is WarningEvent.Raised ? 1 : 0;
        Assert.Equal(1, raised);
        Assert.IsType<WarningEvent.Cleared>(_happened[^1]);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_silence_that_was_written_although_the_store_failed_ends_on_time()
    {
        var breaking = new BreakingWarnings(_memory, after: true);
        var pipeline = await StartAsync(breaking);
        await LooksAsync(pipeline, 10);
        var until = _clock.GetUtcNow().AddMinutes(30);
        var silence = new WarningCommand.Silence(_clock.GetUtcNow(), "s1", "ann", "A known promotion", until);
        breaking.Breaks = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => pipeline.Warnings.TellAsync(Brand, silence, _ => []));
        breaking.Breaks = false;
        await LooksAsync(pipeline, 40);
        Assert.Equal(until, Assert.IsType<WarningEvent.SilenceEnded>(Assert.Single(_happened)).At);
    }

    private async Task<Pipeline> StartAsync(IEntityStore store)
    {
        await store.CreateTablesAsync(Pipeline.Tables);
        var settings = new CrisisFlowSettings
        {
            Topics =
            [
                new()
                {
                    Id = Brand.Value,
                    Name = "云杉",
                    Match = "云杉",
                },
            ],
        };
        var pipeline = new Pipeline(store, settings, _clock);
        pipeline.Evaluation.Happened += (_, happened) => _happened.Add(happened);
        return pipeline;
    }

    private async Task LooksAsync(Pipeline pipeline, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await LookAsync(pipeline);
        }
    }

    private static Task LookAsync(Pipeline pipeline) => pipeline.EvaluateAsync((_, _, _) => Task.CompletedTask);

    private static Task SayAsync(Pipeline pipeline, DateTimeOffset at) =>
        pipeline.TakeAsync(
            "hot",
            _ => SourceCategory.HotList,
            [new DocumentItem(null, "云杉回应用户数据泄露", null, at, null, null, "")]
        );

    /// <summary>Breaks off at every write of warnings: before it, or just after.</summary>
    private sealed class BreakingWarnings(IEntityStore inner, bool after) : IEntityStore
    {
        public bool Breaks { get; set; }

        public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
            inner.CreateTablesAsync(tables, cancellation);

        public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default) =>
            inner.GetAsync(table, key, cancellation);

        public IAsyncEnumerable<Entity> ScanAsync(
            string table,
            string partition,
            RowRange range,
            int? take = null,
            CancellationToken cancellation = default
        ) => inner.ScanAsync(table, partition, range, take, cancellation);

        public async Task<CommitResult> CommitAsync(
            string table,
            string partition,
            IReadOnlyList<EntityChange> changes,
            CancellationToken cancellation = default
        )
        {
            var breaks = Breaks && table == "warnings";
            if (breaks && !after)
                throw new StoreUnavailableException("Broken before the write.");
            var result = await inner.CommitAsync(table, partition, changes, cancellation);
            return breaks ? throw new StoreUnavailableException("Broken after the write.") : result;
        }
    }
}
