using CrisisFlow.App.Composition;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Storage;

namespace CrisisFlow.App.Tests;

public sealed class Sources_that_push
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryEntityStore _store = new();

    [Fact(Timeout = 120_000)]
    public async Task Sources_that_push_are_written_down_once_a_minute_and_counted_whole()
    {
        var sources = await OpenAsync();
        for (var second = 0; second < 60; second++)
            await ToldAsync(sources, "forum", Noon.AddSeconds(second));
        Assert.Equal(1, await WrittenAsync());
        Assert.Equal(60, Assert.Single(await sources.AllAsync(default)).Items);

        await ToldAsync(sources, "forum", Noon.AddMinutes(1));
        Assert.Equal(61, await WrittenAsync());
        Assert.Equal(61, Assert.Single(await sources.AllAsync(default)).Items);
    }

    [Fact(Timeout = 120_000)]
    public async Task Sources_that_push_are_a_hundred_at_most_whatever_names_are_made_up()
    {
        var sources = await OpenAsync();
        for (var i = 0; i < 150; i++)
            await ToldAsync(sources, $"made up {i}", Noon);
        Assert.Equal(100, (await sources.AllAsync(default)).Count);
    }

    private async Task<PushedSources> OpenAsync()
    {
        await _store.CreateTablesAsync(StoredTables.All);
        return new PushedSources(_store);
    }

    private static Task ToldAsync(PushedSources sources, string name, DateTimeOffset at) =>
        sources.CountAsync(name, SourceCategory.Forum, 1, at, default);

    private async Task<long> WrittenAsync()
    {
        await foreach (var row in _store.ScanAsync(SourceHealthStore.Table, "pushed", RowRange.All))
            return row.Properties.Number("items") ?? 0;
        return 0;
    }
}
