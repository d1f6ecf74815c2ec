using CrisisFlow.Storage;
using Xunit;

namespace CrisisFlow.Testing.Stores;

/// <summary>
/// What every entity store promises. An implementation passes all of it; a test class inherits it and says how to open
/// one.
/// </summary>
public abstract class EntityStoreContract
{
    private const string Table = "contract";

    private readonly string _partition = "p" + Guid.NewGuid().ToString("N");

    /// <summary>A store that is ready; tables the contract uses are created by the contract.</summary>
    protected abstract Task<IEntityStore> OpenAsync();

    [Fact(Timeout = 120_000)]
    public async Task What_was_written_is_read_back_with_every_type()
    {
        var store = await StartAsync();
        var at = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 123, TimeSpan.FromHours(8));
        await CommittedAsync(
            store,
            new EntityChange.Insert(
                "r",
                new()
                {
                    { "text", "危机 crisis 😀 'quoted' <b>&amp;" },
                    { "empty", "" },
                    { "number", long.MaxValue },
                    { "real", 0.1 },
                    { "flag", true },
                    { "at", at },
                    { "bytes", new byte[] { 0, 1, 255 } },
                }
            )
        );

        var read = (await store.GetAsync(Table, new(_partition, "r")))!;

        Assert.Equal("危机 crisis 😀 'quoted' <b>&amp;", read.Properties.Text("text"));
        Assert.Equal("", read.Properties.Text("empty"));
        Assert.Equal(long.MaxValue, read.Properties.Number("number"));
        Assert.Equal(0.1, read.Properties.Real("real"));
        Assert.True(read.Properties.Flag("flag"));
        Assert.Equal(at.ToUniversalTime(), read.Properties.Time("at"));
        Assert.Equal([0, 1, 255], read.Properties.Bytes("bytes")!);
        Assert.Equal(new EntityKey(_partition, "r"), read.Key);
        Assert.Equal(7, read.Properties.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_row_that_is_not_there_is_null() =>
        Assert.Null(await (await StartAsync()).GetAsync(Table, new(_partition, "nothing")));

    [Fact(Timeout = 120_000)]
    public async Task Insert_of_an_existing_row_conflicts_and_changes_nothing()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));

        var again = await store.CommitAsync(
            Table,
            _partition,
            [new EntityChange.Insert("b", Value(2)), new EntityChange.Insert("a", Value(3))]
        );

        Assert.Equal(new CommitResult.Conflict(1, ConflictKind.AlreadyExists), again);
        Assert.Equal(1, await ReadAsync(store, "a"));
        Assert.Null(await store.GetAsync(Table, new(_partition, "b")));
    }

    [Fact(Timeout = 120_000)]
    public async Task Replace_takes_the_ETag_it_was_read_with_once()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));
        var read = (await store.GetAsync(Table, new(_partition, "a")))!;

        var first = await CommittedAsync(store, new EntityChange.Replace("a", Value(2), read.ETag));
        var second = await store.CommitAsync(Table, _partition, [new EntityChange.Replace("a", Value(3), read.ETag)]);

        Assert.Equal(new CommitResult.Conflict(0, ConflictKind.Changed), second);
        Assert.Equal(2, await ReadAsync(store, "a"));
        Assert.Equal(first.ETags[0], (await store.GetAsync(Table, new(_partition, "a")))!.ETag);
    }

    [Fact(Timeout = 120_000)]
    public async Task Replace_of_a_missing_row_conflicts() =>
        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Missing),
            await (await StartAsync()).CommitAsync(
                Table,
                _partition,
                [new EntityChange.Replace("a", Value(1), await SomeETagAsync())]
            )
        );

    [Fact(Timeout = 120_000)]
    public async Task Replace_drops_properties_that_are_no_longer_there()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", new() { { "value", 1L }, { "old", "x" } }));
        var read = (await store.GetAsync(Table, new(_partition, "a")))!;

        await CommittedAsync(store, new EntityChange.Replace("a", Value(2), read.ETag));

        Assert.Null((await store.GetAsync(Table, new(_partition, "a")))!.Properties.Text("old"));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_row_written_again_after_its_deletion_has_another_ETag()
    {
        var store = await StartAsync();
        var first = await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));
        await CommittedAsync(store, new EntityChange.Delete("a", first.ETags[0]));
        await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));

        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Changed),
            await store.CommitAsync(Table, _partition, [new EntityChange.Replace("a", Value(3), first.ETags[0])])
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Upsert_writes_whatever_is_there()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Upsert("a", Value(1)));
        await CommittedAsync(store, new EntityChange.Upsert("a", Value(2)));
        Assert.Equal(2, await ReadAsync(store, "a"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Delete_of_a_missing_row_conflicts_and_of_a_changed_row_too()
    {
        var store = await StartAsync();
        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Missing),
            await store.CommitAsync(Table, _partition, [new EntityChange.Delete("a")])
        );
        var first = await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));
        await CommittedAsync(store, new EntityChange.Upsert("a", Value(2)));
        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Changed),
            await store.CommitAsync(Table, _partition, [new EntityChange.Delete("a", first.ETags[0])])
        );
        await CommittedAsync(store, new EntityChange.Delete("a"));
        Assert.Null(await store.GetAsync(Table, new(_partition, "a")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_transaction_of_100_mixed_changes_happens_whole_or_not_at_all()
    {
        var store = await StartAsync();
        var inserts = Enumerable
            .Range(0, 100)
            .Select(i => (EntityChange)new EntityChange.Insert($"r{i:D3}", Value(i)))
            .ToList();
        await CommittedAsync(store, [.. inserts]);

        var mixed = Enumerable
            .Range(0, 99)
            .Select(i => (EntityChange)new EntityChange.Upsert($"r{i:D3}", Value(-1)))
            .Append(new EntityChange.Insert("r099", Value(-1)))
            .ToList();
        Assert.Equal(
            new CommitResult.Conflict(99, ConflictKind.AlreadyExists),
            await store.CommitAsync(Table, _partition, mixed)
        );

        var read = await ScanAsync(store, RowRange.All);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long?)i), read.Select(e => e.Properties.Number("value")));
    }

    [Fact(Timeout = 120_000)]
    public async Task Scan_gives_the_rows_of_the_range_in_ordinal_order()
    {
        var store = await StartAsync();
        string[] rows = ["B", "a", "a1", "a|", "b", "危", "Z", "_", "0"];
        await CommittedAsync(store, [.. rows.Select(r => (EntityChange)new EntityChange.Insert(r, Value(1)))]);

        Assert.Equal(rows.Order(StringComparer.Ordinal), (await ScanAsync(store, RowRange.All)).Select(e => e.Key.Row));
        Assert.Equal(["a", "a1", "a|"], (await ScanAsync(store, RowRange.Prefix("a"))).Select(e => e.Key.Row));
        Assert.Equal(["a1", "a|"], (await ScanAsync(store, new("a1", "b"))).Select(e => e.Key.Row));
        Assert.Equal(["0", "B"], (await ScanAsync(store, RowRange.All, take: 2)).Select(e => e.Key.Row));
    }

    [Fact(Timeout = 120_000)]
    public async Task Scan_goes_past_one_page()
    {
        var store = await StartAsync();
        for (var batch = 0; batch < 12; batch++)
            await CommittedAsync(
                store,
                [
                    .. Enumerable
                        .Range(0, 100)
                        .Select(i => (EntityChange)new EntityChange.Insert($"r{(batch * 100) + i:D5}", Value(i))),
                ]
            );

        Assert.Equal(1200, (await ScanAsync(store, RowRange.All)).Count);
        Assert.Equal(1100, (await ScanAsync(store, RowRange.All, take: 1100)).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Partitions_are_apart()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));
        Assert.Null(await store.GetAsync(Table, new(_partition + "x", "a")));
        Assert.Empty(await ToListAsync(store.ScanAsync(Table, _partition + "x", RowRange.All)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Of_two_writers_with_the_same_ETag_one_wins()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", Value(0)));
        var read = (await store.GetAsync(Table, new(_partition, "a")))!;

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i =>
                    Task.Run(() =>
                        store.CommitAsync(Table, _partition, [new EntityChange.Replace("a", Value(i), read.ETag)])
                    )
                )
        );

        Assert.Single(results.OfType<CommitResult.Committed>());
        Assert.All(results.OfType<CommitResult.Conflict>(), c => Assert.Equal(ConflictKind.Changed, c.Kind));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(
        "a/b",
        "Row key in table contract 'a/b' holds U+002F at position 1; a key holds no / \\ # ? %, no control "
            + "characters and no surrogates."
    )]
    [InlineData(
        "a\\b",
        "Row key in table contract 'a\\b' holds U+005C at position 1; a key holds no / \\ # ? %, no control "
            + "characters and no surrogates."
    )]
    [InlineData(
        "#",
        "Row key in table contract '#' holds U+0023 at position 0; a key holds no / \\ # ? %, no control characters "
            + "and no surrogates."
    )]
    [InlineData(
        "a?",
        "Row key in table contract 'a?' holds U+003F at position 1; a key holds no / \\ # ? %, no control "
            + "characters and no surrogates."
    )]
    [InlineData("", "Row key in table contract '' has 0 characters; a key has 1 to 500.")]
    public async Task A_key_no_table_takes_is_refused_with_its_place(string row, string message)
    {
        var store = await StartAsync();
        var refused = await Assert.ThrowsAsync<EntityLimitException>(() =>
            store.CommitAsync(Table, _partition, [new EntityChange.Insert(row, Value(1))])
        );
        Assert.Equal(message, refused.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task Text_up_to_the_limit_is_kept_and_beyond_it_refused()
    {
        var store = await StartAsync();
        var most = new string('危', EntityLimits.TextLength);
        await CommittedAsync(store, new EntityChange.Insert("a", new() { { "text", most } }));
        Assert.Equal(most, (await store.GetAsync(Table, new(_partition, "a")))!.Properties.Text("text"));

        var refused = await Assert.ThrowsAsync<EntityLimitException>(() =>
            store.CommitAsync(Table, _partition, [new EntityChange.Insert("b", new() { { "text", most + "机" } })])
        );
        Assert.Equal(
            "Property text of row 'b' of contract has 32769 UTF-16 units; the limit is 32768.",
            refused.Message
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task More_than_100_changes_and_one_row_twice_are_refused()
    {
        var store = await StartAsync();
        var many = Enumerable
            .Range(0, 101)
            .Select(i => (EntityChange)new EntityChange.Insert($"r{i}", Value(i)))
            .ToList();
        Assert.Equal(
            "A transaction on contract has 101 changes; it has 1 to 100.",
            (await Assert.ThrowsAsync<EntityLimitException>(() => store.CommitAsync(Table, _partition, many))).Message
        );
        Assert.Equal(
            "A transaction on contract changes row 'a' twice; it changes a row once.",
            (
                await Assert.ThrowsAsync<EntityLimitException>(() =>
                    store.CommitAsync(
                        Table,
                        _partition,
                        [new EntityChange.Insert("a", Value(1)), new EntityChange.Delete("a")]
                    )
                )
            ).Message
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task An_entity_over_one_MiB_and_a_transaction_over_four_are_refused()
    {
        var store = await StartAsync();
        EntityProperties Big(int parts)
        {
            var properties = new EntityProperties();
            for (var i = 0; i < parts; i++)
                properties.Add($"p{i:D2}", new string('x', EntityLimits.TextLength));
            return properties;
        }

        Assert.Contains(
            "the limit is 1048576.",
            (
                await Assert.ThrowsAsync<EntityLimitException>(() =>
                    store.CommitAsync(Table, _partition, [new EntityChange.Insert("a", Big(16))])
                )
            ).Message,
            StringComparison.Ordinal
        );
        var nine = Enumerable.Range(0, 9).Select(i => (EntityChange)new EntityChange.Insert($"r{i}", Big(15))).ToList();
        Assert.Contains(
            "the limit is 4194304.",
            (await Assert.ThrowsAsync<EntityLimitException>(() => store.CommitAsync(Table, _partition, nine))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_transaction_counts_as_it_is_sent_six_bytes_a_Chinese_character_and_a_quote()
    {
        var store = await StartAsync();
        EntityChange[] Of(int rows, string text) =>
            [.. Enumerable.Range(0, rows).Select(i => new EntityChange.Upsert($"r{i}", new() { { "text", text } }))];

        await CommittedAsync(store, Of(20, new string('危', EntityLimits.TextLength)));
        await CommittedAsync(store, Of(20, new string('"', EntityLimits.TextLength)));
        await CommittedAsync(store, Of(90, new string('x', EntityLimits.TextLength)));
        foreach (var text in (string[])["危", "\"", "<"])
            Assert.Contains(
                "bytes as it is sent; the limit is 4194304.",
                (
                    await Assert.ThrowsAsync<EntityLimitException>(() =>
                        store.CommitAsync(Table, _partition, Of(22, new string(text[0], EntityLimits.TextLength)))
                    )
                ).Message,
                StringComparison.Ordinal
            );
    }

    [Fact(Timeout = 120_000)]
    public async Task Half_a_surrogate_pair_comes_back_as_the_replacement_character()
    {
        var store = await StartAsync();
        await CommittedAsync(store, new EntityChange.Insert("a", new() { { "text", "a\ud83d b\ude00 c😀 \ud83d" } }));
        Assert.Equal(
            "a\ufffd b\ufffd c😀 \ufffd",
            (await store.GetAsync(Table, new(_partition, "a")))!.Properties.Text("text")
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(double.NaN, "NaN")]
    public async Task A_number_that_is_not_finite_is_refused(double number, string name)
    {
        var store = await StartAsync();
        var refused = await Assert.ThrowsAsync<EntityLimitException>(() =>
            store.CommitAsync(Table, _partition, [new EntityChange.Insert("a", new() { { "real", number } })])
        );
        Assert.Equal($"Property real of row 'a' of contract is {name}; a number is finite.", refused.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_table_that_is_not_there_is_no_empty_table()
    {
        var store = await StartAsync();
        var table = "missing" + Guid.NewGuid().ToString("N");
        foreach (
            var change in (EntityChange[])
                [
                    new EntityChange.Insert("a", Value(1)),
                    new EntityChange.Upsert("a", Value(1)),
                    new EntityChange.Delete("a"),
                ]
        )
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(table, _partition, [change]));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(table, new(_partition, "a")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            ToListAsync(store.ScanAsync(table, _partition, RowRange.All))
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Tables_can_be_created_again()
    {
        var store = await StartAsync();
        await store.CreateTablesAsync([Table]);
        await CommittedAsync(store, new EntityChange.Insert("a", Value(1)));
        await store.CreateTablesAsync([Table]);
        Assert.Equal(1, await ReadAsync(store, "a"));
    }

    private static EntityProperties Value(long value) => new() { { "value", value } };

    private async Task<IEntityStore> StartAsync()
    {
        var store = await OpenAsync();
        await store.CreateTablesAsync([Table]);
        return store;
    }

    private async Task<string> SomeETagAsync()
    {
        var store = await StartAsync();
        return (await CommittedAsync(store, new EntityChange.Insert("some", Value(0)))).ETags[0];
    }

    private async Task<CommitResult.Committed> CommittedAsync(IEntityStore store, params EntityChange[] changes) =>
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(Table, _partition, changes));

    private async Task<long?> ReadAsync(IEntityStore store, string row) =>
        (await store.GetAsync(Table, new(_partition, row)))?.Properties.Number("value");

    private Task<List<Entity>> ScanAsync(IEntityStore store, RowRange range, int? take = null) =>
        ToListAsync(store.ScanAsync(Table, _partition, range, take));

    private static async Task<List<Entity>> ToListAsync(IAsyncEnumerable<Entity> entities)
    {
        var list = new List<Entity>();
        await foreach (var entity in entities)
            list.Add(entity);
        return list;
    }
}
