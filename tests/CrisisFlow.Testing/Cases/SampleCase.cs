using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Testing.Cases;

/// <summary>Commands of one case, and its story as far as one wants it.</summary>
public static class SampleCase
{
    public static readonly CaseId Id = new("case-1");

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static CaseSubject Subject { get; } =
        new(
            "acme",
            "Acme",
            TopicType.Own,
            "story-1",
            "Acme cooker catches fire",
            Level.Orange,
            RiskCategory.ProductSafety,
            72,
            [new CaseTerm("negative-growth", 4.2, 31)],
            ["level-entered"],
            [new CaseEvidence("weibo", "着火了 🔥", "https://example.com/1", Start, "someone")]
        );

    public static IReadOnlyList<StatementText> Texts { get; } = TextsSaying("We recall the cooker.");

    public static string Hash { get; } = StatementHash.Of(Texts);

    /// <summary>"09:30" of the first day, "2.09:30" two days later.</summary>
    public static DateTimeOffset At(string time) =>
        Start + (TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromHours(9));

    public static IReadOnlyList<StatementText> TextsSaying(string body) =>
        [
            new StatementText(Channel.StatementPage, Language.Zh, "声明", body),
            new StatementText(Channel.StatementPage, Language.En, "Statement", body),
            new StatementText(Channel.Webhook, Language.En, "Statement", body),
        ];

    public static CaseCommand.OpenCase Open(
        Playbook? playbook = null,
        IReadOnlyList<Person>? roster = null,
        bool isDrill = false
    ) => new(Start, Id, Subject, playbook ?? SamplePlaybook.Standard, roster ?? SamplePeople.Roster, isDrill);

    /// <summary>
    /// The way of a case in which everybody answers at once: opened, triage, fact, draft, two stages.
    /// </summary>
    public static IReadOnlyList<CaseCommand> StraightToExecution(Playbook? playbook = null) =>
        [
            Open(playbook),
            new CaseCommand.DecideTriage(At("09:10"), SamplePeople.Cara, TriageVerdict.Confirmed),
            new CaseCommand.RecordFact(
                At("09:20"),
                SamplePeople.Olga,
                new TaskId("fact-cause-1"),
                "A relay overheats."
            ),
            new CaseCommand.DraftStatement(At("09:30"), SamplePeople.Carl, Texts),
            new CaseCommand.Approve(At("09:40"), SamplePeople.Lena, 1, Hash),
            new CaseCommand.Approve(At("09:50"), SamplePeople.Leo, 1, Hash),
            new CaseCommand.Approve(At("09:55"), SamplePeople.Lily, 1, Hash),
        ];

    public static IReadOnlyList<CaseCommand> StraightToEffect(Playbook? playbook = null) =>
        [
            .. StraightToExecution(playbook),
            new CaseCommand.RecordPublication(At("09:56"), new PublicationId("v1-statement-page-zh"), "/statements/1"),
            new CaseCommand.RecordPublication(At("09:56"), new PublicationId("v1-statement-page-en"), "/statements/2"),
            new CaseCommand.RecordPublication(At("09:56"), new PublicationId("v1-webhook-en"), "200"),
            new CaseCommand.CompleteTask(At("10:00"), SamplePeople.Kim, new TaskId("do-brief-1"), "Everybody knows."),
        ];

    public static IReadOnlyList<CaseCommand> StraightToReview(Playbook? playbook = null) =>
        [
            .. StraightToEffect(playbook),
            new CaseCommand.PassTime(At("11:00")),
            new CaseCommand.RecordMeasurement(
                At("11:01"),
                1,
                Talked("08:56", 100, 80, 72),
                Talked("10:00", 60, 30, 50)
            ),
            new CaseCommand.PassTime(At("14:00")),
            new CaseCommand.RecordMeasurement(At("14:01"), 2, Talked("08:56", 100, 80, 72), Talked("13:00", 30, 5, 20)),
        ];

    public static EffectReading Talked(string from, long volume, long negative, double index) =>
        new(At(from), At(from) + TimeSpan.FromHours(1), volume, negative, index);

    /// <summary>Folds commands; one that is refused is a mistake in the test.</summary>
    public static CaseState After(params IEnumerable<CaseCommand> commands) =>
        commands.Aggregate(
            CaseDecider.Initial,
            (state, command) =>
                CaseDecider.Decide(command, state) switch
                {
                    Decision<CaseEvent, CaseRefusal>.Accepted accepted => accepted.Events.Aggregate(
                        state,
                        CaseDecider.Evolve
                    ),
                    Decision<CaseEvent, CaseRefusal>.Refused refused => throw new InvalidOperationException(
                        $"{command.GetType().Name} was refused: {refused.Reason}. {refused.Details}"
                    ),
                    _ => state,
                }
        );
}
