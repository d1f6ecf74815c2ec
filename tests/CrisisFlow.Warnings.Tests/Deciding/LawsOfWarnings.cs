using System.Text.Json;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Scoring;
using CrisisFlow.Testing.Laws;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class LawsOfWarnings
{
    private static readonly WarningSettings Nights = new() { QuietFrom = 22, QuietUntil = 7 };
    private static readonly DateTimeOffset Night = Noon.AddHours(11);
    private static readonly Candidate Leak = Story(50, "用户信息泄露", RiskCategory.DataLeak);

    private static readonly LawfulDecider<WarningState, WarningCommand, WarningEvent> Decider = new(
        WarningDecider.Initial,
        (command, state) =>
            (WarningDecider.Decide(command, state) as Decision<WarningEvent, WarningRefusal>.Accepted)?.Events,
        WarningDecider.Evolve,
        WarningDecider.IsTerminal,
        happened => JsonSerializer.Serialize(happened, WarningJson.Default.WarningEvent),
        text => JsonSerializer.Deserialize(text, WarningJson.Default.WarningEvent)!
    );

    private static readonly WarningCommand[] Commands =
    [
        Assess(Noon),
        Assess(Noon, Story(50)),
        Assess(Noon, Story(80), Leak),
        Assess(Noon.AddHours(30), Story(36)),
        Assess(Noon.AddDays(3)),
        Assess(Noon, Story(50, voices: 2, named: false)),
        Assess(Noon, Story(60, "新品首发", null, 100, risky: false)),
        Assess(Night, Nights, Leak),
        new WarningCommand.Silence(Noon, "s1", "ann", "known promotion", Noon.AddHours(3)),
        new WarningCommand.Silence(Noon, "s2", "", "", Noon.AddHours(-3)),
        new WarningCommand.EndSilence(Noon.AddHours(1), "s1", "ann"),
        new WarningCommand.Dismiss(Noon.AddHours(1), "brand.0001", "ann", "a rehearsal"),
        new WarningCommand.Dismiss(Noon, "brand.0099", "ann", "never was"),
        new WarningCommand.Retire(Noon.AddHours(1), "ann"),
        new WarningCommand.Watch(Noon.AddHours(2)),
    ];

    private static readonly IReadOnlyList<IReadOnlyList<WarningEvent>> Histories =
    [
        Happened(
            Assess(Noon, Story(50)),
            Assess(Noon.AddHours(1), Story(80), Leak),
            Assess(Noon.AddHours(9), Story(36), Leak),
            Assess(Noon.AddDays(2))
        ),
        Happened(
            Assess(Night, Nights, Story(50)),
            Assess(Night.AddHours(12), Nights, Story(50)),
            new WarningCommand.Dismiss(Night.AddHours(13), "brand.0001", "ann", "a rehearsal")
        ),
        Happened(
            new WarningCommand.Silence(Noon, "s1", "ann", "known promotion", Noon.AddHours(3)),
            Assess(Noon.AddHours(1), Story(50)),
            Assess(Noon.AddHours(4), Story(50))
        ),
        Happened(
            new WarningCommand.Silence(Noon, "s1", "ann", "known promotion", Noon.AddHours(3)),
            new WarningCommand.EndSilence(Noon.AddHours(1), "s1", "ann")
        ),
        Happened(Assess(Noon, Story(50), Leak), new WarningCommand.Retire(Noon.AddHours(1), "ann")),
        Happened(
            Assess(Noon, Story(50), Leak),
            new WarningCommand.Retire(Noon.AddHours(1), "ann"),
            new WarningCommand.Watch(Noon.AddHours(2)),
            Assess(Noon.AddHours(3), Story(50))
        ),
    ];

    /// <summary>Every state the histories pass through.</summary>
    private static readonly IReadOnlyList<WarningState> States =
    [
        WarningDecider.Initial,
        .. Histories.SelectMany(history =>
            Enumerable.Range(1, history.Count).Select(n => Decider.Fold(Decider.Initial, history.Take(n)))
        ),
    ];

    [Fact]
    public void Every_command_is_answered_in_every_state()
    {
        DeciderLaws.Samples_are_complete(States);
        DeciderLaws.Every_command_is_answered_in_every_state(Decider, States, Commands);
    }

    [Fact]
    public void The_second_time_changes_nothing() =>
        DeciderLaws.The_second_time_changes_nothing(Decider, States, Commands);

    [Fact]
    public void A_retired_topic_stays_retired_until_it_is_watched_again() =>
        DeciderLaws.An_end_is_an_end(
            Decider,
            States,
            [.. Commands.Where(command => command is not WarningCommand.Watch)]
        );

    [Fact]
    public void What_is_written_down_folds_to_the_same() =>
        DeciderLaws.What_is_written_down_folds_to_the_same(Decider, Histories);

    private static List<WarningEvent> Happened(params WarningCommand[] commands)
    {
        var (state, all) = (WarningDecider.Initial, new List<WarningEvent>());
        foreach (var command in commands)
        {
            var events = Decider.Decide(command, state) ?? [];
            all.AddRange(events);
            state = Decider.Fold(state, events);
        }
        return all;
    }
}
