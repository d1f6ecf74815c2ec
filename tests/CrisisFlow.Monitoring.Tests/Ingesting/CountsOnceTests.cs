using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

public sealed class CountsOnceTests
{
    [Fact(Timeout = 120_000)]
    public async Task Delivered_up_to_five_times_in_any_order_every_mention_counts_once()
    {
        var items = Ingest.Crowd(260);
        var once = new Ingest(await Ingest.ReadyAsync(new MemoryEntityStore()));
        await once.DeliverAsync(items);
        var expected = await once.TotalsAsync();

        for (var times = 1; times <= 5; times++)
        {
            var ingest = new Ingest(await Ingest.ReadyAsync(new MemoryEntityStore()));
            for (var round = 0; round < times; round++)
            {
                foreach (var some in Shuffled(items, times * 10 + round).Chunk(37 + 11 * round))
                    await ingest.DeliverAsync(some);
                if (round == 0)
                    // The undated are placed by the first delivery; all later ones come hours later.
                    ingest.Time.Now += TimeSpan.FromHours(5);
            }

            Assert.Equal(expected, await ingest.TotalsAsync());
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Broken_off_at_any_write_and_delivered_again_every_mention_counts_once(bool after)
    {
        var items = Ingest.Crowd(130);
        var counting = new BreakingStore(await Ingest.ReadyAsync(new MemoryEntityStore()), 0, after);
        var whole = new Ingest(counting);
        await whole.DeliverAsync(items);
        var expected = await whole.TotalsAsync();
        var expectedTea = await whole.TotalsAsync("tea");
        Assert.InRange(counting.Writes, 10, 100);

        for (var write = 1; write <= counting.Writes; write++)
        {
            var store = await Ingest.ReadyAsync(new MemoryEntityStore());
            await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                new Ingest(new BreakingStore(store, write, after)).DeliverAsync(items)
            );
            // What comes up after the crash knows nothing but the store, and its clock has gone on.
            var restarted = new Ingest(store, new SetTime(Ingest.Noon));
            await restarted.DeliverAsync(items);
            Assert.Equal(expected, await restarted.TotalsAsync());
            Assert.Equal(expectedTea, await restarted.TotalsAsync("tea"));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Delivered_by_several_at_once_every_mention_counts_once()
    {
        var items = Ingest.Crowd(200);
        var alone = new Ingest(await Ingest.ReadyAsync(new MemoryEntityStore()));
        await alone.DeliverAsync(items);

        var store = await Ingest.ReadyAsync(new MemoryEntityStore());
        var several = Enumerable
            .Range(0, 4)
            .Select(i =>
                Task.Run(async () =>
                {
                    var ingest = new Ingest(store);
                    foreach (var some in Shuffled(items, i).Chunk(23))
                        await ingest.DeliverAsync(some);
                })
            );
        await Task.WhenAll(several);

        Assert.Equal(await alone.TotalsAsync(), await new Ingest(store).TotalsAsync());
    }

    private static DocumentItem[] Shuffled(DocumentItem[] items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
