using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Testing.Laws;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class CaseLaws
{
    internal static LawfulDecider<CaseState, CaseCommand, CaseEvent> Decider { get; } =
        new(
            CaseDecider.Initial,
            (command, state) =>
                CaseDecider.Decide(command, state) is Decision<CaseEvent, CaseRefusal>.Accepted accepted
                    ? accepted.Events
                    : null,
            CaseDecider.Evolve,
            CaseDecider.IsTerminal,
            CaseJson.Write,
            CaseJson.ReadEvent
        );

    private static readonly PersonId[] People = [Cara, Carl, Lena, Leo, Ada, new("nobody")];

    private static readonly DateTimeOffset[] Times =
    [
        DateTimeOffset.MinValue,
        At("09:30"),
        At("5.09:30"),
        DateTimeOffset.MaxValue,
    ];

    private static IReadOnlyList<CaseCommand> Commands { get; } =
    [.. Times.SelectMany(at => People.SelectMany(by => CommandsOf(at, by)))];

    [Fact]
    public void Every_command_is_answered_in_every_state() =>
        DeciderLaws.Every_command_is_answered_in_every_state(Decider, CaseStories.States, Commands);

    [Fact]
    public void The_second_time_changes_nothing() =>
        DeciderLaws.The_second_time_changes_nothing(Decider, CaseStories.States, Commands);

    [Fact]
    public void An_end_is_an_end() => DeciderLaws.An_end_is_an_end(Decider, CaseStories.States, Commands);

    [Fact]
    public void What_is_written_down_folds_to_the_same() =>
        DeciderLaws.What_is_written_down_folds_to_the_same(Decider, CaseStories.Histories);

    [Fact]
    public void Commands_and_effects_read_back_as_written()
    {
        foreach (var command in Commands)
            Assert.Equal(CaseJson.Write(command), CaseJson.Write(CaseJson.ReadCommand(CaseJson.Write(command))));
        var actions = CaseStories
            .Histories.SelectMany(h => h.Select((e, i) => CaseDecider.Actions(StateAfter(h, i), e, i + 1)))
            .SelectMany(e => e)
            .ToList();
        DeciderLaws.Samples_are_complete(actions);
        foreach (var action in actions)
            Assert.Equal(action, CaseJson.ReadAction(CaseJson.Write(action)));
    }

    [Fact]
    public void No_two_effects_of_a_case_share_an_id()
    {
        foreach (var history in CaseStories.Histories)
        {
            var ids = history
                .SelectMany((e, i) => CaseDecider.Actions(StateAfter(history, i), e, i + 1))
                .Select(e => e.Id)
                .ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    private static CaseState StateAfter(IReadOnlyList<CaseEvent> history, int index) =>
        history.Take(index + 1).Aggregate(CaseDecider.Initial, CaseDecider.Evolve);

    private static IEnumerable<CaseCommand> CommandsOf(DateTimeOffset at, PersonId by) =>
        [
            Open() with
            {
                At = at,
            },
            Open() with
            {
                At = at,
                Subject = Subject with { StoryId = "story-2" },
            },
            new CaseCommand.DecideTriage(at, by, TriageVerdict.Confirmed),
            new CaseCommand.DecideTriage(at, by, TriageVerdict.Misunderstanding),
            new CaseCommand.RecordFact(at, by, null, "It was a relay."),
            new CaseCommand.RecordFact(at, by, new TaskId("fact-cause-1"), "It was a relay."),
            new CaseCommand.RecordFact(at, by, new TaskId("draft-1"), new string('x', 5000)),
            new CaseCommand.DraftStatement(at, by, Texts),
            new CaseCommand.DraftStatement(at, by, TextsSaying("Dear {{name}}")),
            new CaseCommand.DraftStatement(at, by, []),
            new CaseCommand.Approve(at, by, 1, Hash),
            new CaseCommand.Approve(at, by, 2, Hash),
            new CaseCommand.Approve(at, by, -1, ""),
            new CaseCommand.Reject(at, by, 1, Hash, "No."),
            new CaseCommand.Reject(at, by, 1, Hash, " "),
            new CaseCommand.CompleteTask(at, by, new TaskId("do-brief-1")),
            new CaseCommand.CompleteTask(at, by, new TaskId("publish-v1-webhook-en")),
            new CaseCommand.CompleteTask(at, by, new TaskId("")),
            new CaseCommand.PassTime(at),
            new CaseCommand.RecordPublication(at, new PublicationId("v1-webhook-en"), "200"),
            new CaseCommand.RecordPublication(at, new PublicationId(""), ""),
            new CaseCommand.RecordPublicationFailure(at, new PublicationId("v1-statement-page-zh"), "500"),
            new CaseCommand.RecordMailFailure(at, new ActionId("mail-000003-cara"), by, "550"),
            new CaseCommand.RecordMeasurement(at, 1, Talked("08:56", 100, 80, 72), Talked("10:00", 60, 30, 50)),
            new CaseCommand.RecordMeasurement(at, 2, Talked("08:56", 100, 80, 72), Talked("10:00", 600, 500, 95)),
            new CaseCommand.RecordMeasurement(
                at,
                0,
                Talked("08:56", 0, 0, double.NaN),
                Talked("10:00", 0, 0, double.PositiveInfinity)
            ),
            new CaseCommand.RecordMeasurementFailure(at, 1, "No buckets."),
            new CaseCommand.DecideSetback(at, by, GoesBack: true, "It is the statement."),
            new CaseCommand.DecideSetback(at, by, GoesBack: false),
            new CaseCommand.FlareUp(at, null, Level.Red, 95, "It is back."),
            new CaseCommand.FlareUp(at, by, Level.None, 0, ""),
            new CaseCommand.Regrade(at, null, Level.Red, ""),
            new CaseCommand.Regrade(at, by, (Level)99, "Beyond."),
            new CaseCommand.HandOver(at, by, by, Of(new PersonId("nina"), "Nina")),
            new CaseCommand.HandOver(at, by, Cara, SamplePersonCarl, new TaskId("triage-1")),
            new CaseCommand.HandOver(at, by, Leo, Of(new PersonId(""), "") with { Disabled = true }),
            new CaseCommand.AddNote(at, by, "Seen."),
            new CaseCommand.ReleaseHolding(at, by),
            new CaseCommand.WriteReview(at, by, "Answer sooner."),
            new CaseCommand.Close(at, by, "Quiet."),
            new CaseCommand.Stop(at, by, "Enough."),
            new CaseCommand.Stop(at, by, ""),
        ];

    private static Person SamplePersonCarl => SamplePeople.Of(Carl);
}
