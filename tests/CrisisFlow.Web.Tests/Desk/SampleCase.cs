using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>A made-up brand's case: people, playbook, subject, settings.</summary>
internal static class SampleCase
{
    public static readonly CaseId Id = new("case-qingtian-1");

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    public static readonly Person Lin = new(
        new PersonId("lin"),
        "林悦",
        "lin@qingtian.example",
        Language.Zh,
        [Role.Communications]
    );
    public static readonly Person Ann = new(
        new PersonId("ann"),
        "Ann Smith",
        "ann@qingtian.example",
        Language.En,
        [Role.Legal]
    );
    public static readonly Person Bob = new(
        new PersonId("bob"),
        "Bob Miller",
        "bob@qingtian.example",
        Language.En,
        [Role.Leadership]
    );
    public static readonly Person Chen = new(
        new PersonId("chen"),
        "陈立",
        "chen@qingtian.example",
        Language.Zh,
        [Role.Leadership]
    );
    public static readonly Person Wu = new(
        new PersonId("wu"),
        "吴敏",
        "wu@qingtian.example",
        Language.Zh,
        [Role.CustomerService, Role.Operations]
    );

    public static readonly IReadOnlyList<Person> Roster = [Lin, Ann, Bob, Chen, Wu];

    public static CaseSubject Subject(
        string story = "晴天电商年货节“先涨价后打折”被顾客曝光",
        string evidence = "晴天年货节价格翻倍再打五折，订单截图曝光"
    ) =>
        new(
            "qingtian",
            "晴天电商",
            TopicType.Own,
            "story-1",
            story,
            Level.Orange,
            RiskCategory.Price,
            52.4,
            [
                new(nameof(Indicator.EventSeverity), 0.82, 24.6),
                new(nameof(Indicator.NegativeCount), 214, 11.3),
                new(nameof(Indicator.HotList), 2, 8.0),
                new(nameof(Indicator.NegativeShare), 0.71, 5.1),
                new(nameof(Indicator.Burst), 6.4, 3.4),
            ],
            [nameof(WarningReason.GraveEvent)],
            Evidence(evidence)
        );

    public static Playbook Playbook(Quorum? quorum = null) =>
        new()
        {
            Id = "standard",
            Title = new("标准预案", "Standard"),
            Triage = new(
                new(
                    "triage",
                    new("研判", "Triage"),
                    new("这件事属实吗？", "Is it true?"),
                    Role.Communications,
                    TimeSpan.FromMinutes(30)
                )
            ),
            Facts =
            [
                new(
                    "prices",
                    new("核对价格记录", "Check the price records"),
                    new("请核对活动前 30 天的标价。", "Check the list prices of the 30 days before the sale."),
                    Role.Operations,
                    TimeSpan.FromHours(1)
                ),
            ],
            Draft = new(
                "draft",
                new("撰写声明", "Write the statement"),
                new("先致歉，再说事实与措施。", "First the apology, then facts and measures."),
                Role.Communications,
                TimeSpan.FromHours(1)
            ),
            Statements =
            [
                new("statement-page", Language.Zh, "关于{{topic}}的说明", "我们注意到“{{story}}”。"),
                new("statement-page", Language.En, "About {{topic}}", "We know about this matter."),
                new("talk-track", Language.Zh, "客服口径", "您好，我们正在核实。"),
            ],
            Approval = new([
                new("legal", new("法务", "Legal"), new Quorum.First(), [Role.Legal], TimeSpan.FromMinutes(30)),
                new(
                    "lead",
                    new("管理层", "Leadership"),
                    quorum ?? new Quorum.All(),
                    [Role.Leadership],
                    TimeSpan.FromMinutes(30)
                ),
            ]),
            Execution = new(
                ["statement-page", "talk-track"],
                [
                    new(
                        "brief",
                        new("通知客服", "Brief customer service"),
                        new("请在班前会说明口径。", "Tell the shift."),
                        Role.CustomerService,
                        TimeSpan.FromHours(1)
                    ),
                ],
                TimeSpan.FromHours(1)
            ),
            Review = new(
                "review",
                new("复盘", "Review"),
                new("有何教训？", "What was learned?"),
                Role.Communications,
                TimeSpan.FromDays(2)
            ),
            Escalation = new() { Steps = [new(Role.Leadership, TimeSpan.FromMinutes(30))] },
            Effect = new() { MeasureAt = [TimeSpan.FromHours(1), TimeSpan.FromHours(4)] },
        };

    public static CrisisFlowSettings Settings()
    {
        var settings = new CrisisFlowSettings();
        settings.Brand.Name = "晴天电商";
        settings.Site.BaseUrl = new Uri("https://crisis.qingtian.example");
        settings.Mail.From = "crisis@qingtian.example";
        settings.Topics =
        [
            new TopicSettings
            {
                Id = "qingtian",
                Name = "晴天电商",
                Match = "晴天 AND (电商 OR 年货节)",
            },
        ];
        settings.People =
        [
            .. Roster.Select(person => new PersonSettings
            {
                Id = person.Id.Value,
                Name = person.Name,
                Email = person.Email,
                TimeZone = person == Ann ? "Europe/London" : "",
            }),
        ];
        settings.Sources =
        [
            new()
            {
                Name = "微圈热榜",
                Category = SourceCategory.HotList,
                Url = new Uri("https://hot.example/feed.xml"),
            },
            new()
            {
                Name = "消费观察网",
                Category = SourceCategory.News,
                Url = new Uri("javascript:alert(1)"),
            },
            new() { Name = "论坛", Category = SourceCategory.Forum },
        ];
        return settings;
    }

    private static IReadOnlyList<CaseEvidence> Evidence(string first) =>
        [
            new("消费观察网", first, "https://news.example/a/1", Start.AddMinutes(-40), "消费观察"),
            new(
                "微圈",
                "Customers say the sale doubled prices first",
                "https://social.example/p/2?x=1&y=2",
                Start.AddMinutes(-25),
                "shopper88"
            ),
            new("热榜", "年货节降价是假的", null, Start.AddMinutes(-12)),
        ];
}
