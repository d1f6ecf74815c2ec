using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Testing.Cases;

/// <summary>A small playbook with one of everything, for tests that vary it with "with".</summary>
public static class SamplePlaybook
{
    public static Playbook Standard { get; } =
        new()
        {
            Id = "sample",
            Title = Both("Sample"),
            Triage = new TriagePlan(Plan("triage", Role.Communications, TimeSpan.FromHours(1))),
            Facts =
            [
                Plan("cause", Role.Operations, TimeSpan.FromHours(2)),
                Plan("numbers", Role.CustomerService, TimeSpan.FromHours(2), required: false),
            ],
            Draft = Plan("draft", Role.Communications, TimeSpan.FromHours(2)),
            Approval = new ApprovalPlan([
                new StagePlan("legal", Both("Legal"), new Quorum.First(), [Role.Legal], TimeSpan.FromHours(2)),
                new StagePlan(
                    "leadership",
                    Both("Leadership"),
                    new Quorum.AtLeast(2),
                    [Role.Leadership],
                    TimeSpan.FromHours(2)
                ),
            ]),
            Execution = new ExecutionPlan(
                [Channel.StatementPage, Channel.Webhook],
                [Plan("brief", Role.CustomerService, TimeSpan.FromHours(2))],
                TimeSpan.FromHours(1)
            ),
            Effect = new EffectPlan { MeasureAt = [TimeSpan.FromHours(1), TimeSpan.FromHours(4)] },
            Review = Plan("review", Role.Communications, TimeSpan.FromDays(2)),
            Escalation = new EscalationPlan
            {
                Steps =
                [
                    new EscalationStep(Role.Leadership, TimeSpan.FromHours(1)),
                    new EscalationStep(Role.Administrator, TimeSpan.FromHours(1)),
                ],
                Repeat = 1,
                RepeatEvery = TimeSpan.FromHours(3),
                GiveUpAfter = TimeSpan.FromDays(2),
            },
        };

    /// <summary>A holding statement approved beforehand and switched on.</summary>
    public static HoldingPlan Holding { get; } =
        new()
        {
            Enabled = true,
            ApprovedBy = "Lea",
            ApprovedOn = new DateOnly(2026, 1, 15),
            Texts =
            [
                new StatementText(Channel.StatementPage, Language.Zh, "情况说明", "我们已关注到相关情况，正在核实。"),
            ],
        };

    public static TaskPlan Plan(string id, string role, TimeSpan due, bool required = true) =>
        new(id, Both(id), Both("Do it."), role, due, required);

    public static LocalText Both(string text) => new(text, text);
}
