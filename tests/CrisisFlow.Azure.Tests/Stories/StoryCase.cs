using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>The case of these stories: Ann and Amy write, Len approves, Bea is asked when nobody answers.</summary>
internal static class StoryCase
{
    public static readonly PersonId Ann = new("ann");
    public static readonly PersonId Len = new("len");
    public static readonly PersonId Bea = new("bea");

    public static IReadOnlyList<Person> People { get; } =
    [Person(Ann, Role.Communications), Person(Len, Role.Legal), Person(Bea, Role.Leadership)];

    public static Playbook Playbook { get; } =
        new()
        {
            Id = "story",
            Title = Both("Story"),
            Triage = new TriagePlan(Plan("triage", Role.Communications)) { Confirmed = TriageWay.Draft },
            Draft = Plan("draft", Role.Communications),
            Approval = new ApprovalPlan([
                new StagePlan("legal", Both("Legal"), new Quorum.First(), [Role.Legal], TimeSpan.FromHours(2)),
            ]),
            Execution = new ExecutionPlan(["statement-page", "webhook"], [], TimeSpan.FromHours(1)),
            Effect = new EffectPlan { MeasureAt = [TimeSpan.FromHours(1)], Repeat = 1 },
            Review = Plan("review", Role.Communications),
            Escalation = new EscalationPlan
            {
                Steps = [new EscalationStep(Role.Leadership, TimeSpan.FromHours(1))],
                Repeat = 1,
                RepeatEvery = TimeSpan.FromHours(3),
                GiveUpAfter = TimeSpan.FromDays(2),
            },
        };

    public static CaseCommand Open { get; } =
        new CaseCommand.OpenCase(
            StoryHost.Start,
            StoryHost.Case,
            new CaseSubject(
                "acme",
                "Acme",
                TopicType.Own,
                "story-1",
                "Acme cooker catches fire",
                Level.Orange,
                RiskCategory.ProductSafety,
                72,
                [new CaseTerm("negative-growth", 4.2, 31)],
                ["entered"],
                [new CaseEvidence("weibo", "着火了 🔥", "https://example.com/1", StoryHost.Start)]
            ),
            Playbook,
            People
        );

    public static IReadOnlyList<StatementText> Texts(string body) =>
        [new("statement-page", Language.Zh, "声明", body), new("webhook", Language.En, "Statement", body)];

    public static string Hash(string body) => StatementHash.Of(Texts(body));

    public static DateTimeOffset At(int hour, int minute = 0, int day = 0) =>
        StoryHost.Start.AddDays(day).AddHours(hour - 9).AddMinutes(minute);

    private static Person Person(PersonId id, string role) =>
        new(id, id.Value, $"{id}@example.com", Language.En, [role]);

    private static TaskPlan Plan(string id, string role) =>
        new(id, Both(id), Both("Do it."), role, TimeSpan.FromHours(2));

    private static LocalText Both(string text) => new(text, text);
}
