using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using WarningDecision = CrisisFlow.Core.Deciding.Decision<
    CrisisFlow.Warnings.WarningEvent,
    CrisisFlow.Warnings.WarningRefusal
>;

namespace CrisisFlow.Monitoring.Tests.Evaluating;

public sealed class WarningsAreAJournal
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly TopicId Brand = new("brand");

    private readonly MemoryEntityStore _store = new();

    private async Task<WarningJournal> OpenAsync()
    {
        await _store.CreateTablesAsync(WarningTables.All);
        return new WarningJournal(_store);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_silence_is_kept_and_a_second_telling_changes_nothing()
    {
        var journal = await OpenAsync();
        var command = new WarningCommand.Silence(Noon, "s1", "ann", "A known promotion", Noon.AddHours(3));

        Assert.IsType<WarningDecision.Accepted>(await journal.TellAsync(Brand, command, _ => []));
        Assert.Equal(
            [],
            Assert.IsType<WarningDecision.Accepted>(await journal.TellAsync(Brand, command, _ => [])).Events
        );

        Assert.Equal(
            "s1",
            Assert.Single(Assert.IsType<WarningState.Watching>(await journal.StateAsync(Brand)).Silences).Id
        );
        Assert.Equal(1, await CountAsync(journal));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_event_and_its_effects_are_written_together()
    {
        var journal = await OpenAsync();
        await journal.TellAsync(
            Brand,
            new WarningCommand.Silence(Noon, "s1", "ann", "A known promotion", Noon.AddHours(3)),
            _ => [new WarningAction.SendMail("ann"), new WarningAction.TellCase()]
        );

        var rows = new List<string>();
        await foreach (var row in _store.ScanAsync(WarningTables.Warnings, "brand", RowRange.All))
            rows.Add(row.Key.Row);
        Assert.Equal(["ef-0000000001-case", "ef-0000000001-mail-ann", "ev-9999999998", "head"], rows);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_who_write_at_once_both_get_their_word()
    {
        var journal = await OpenAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(i =>
                    Task.Run(() =>
                        journal.TellAsync(
                            Brand,
                            new WarningCommand.Silence(Noon, $"s{i}", "ann", "A known promotion", Noon.AddHours(3)),
                            _ => []
                        )
                    )
                )
        );
        Assert.Equal(5, await CountAsync(journal));
    }

    private static async Task<int> CountAsync(WarningJournal journal)
    {
        var count = 0;
        await foreach (var _ in journal.EventsAsync(Brand, 100))
            count++;
        return count;
    }
}
