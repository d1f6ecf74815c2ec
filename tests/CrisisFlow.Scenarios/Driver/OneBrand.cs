using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>A small brand with a team of four, watched by what is pushed to it.</summary>
internal static class OneBrand
{
    public const string Grave = "果园记吃出玻璃 多名儿童送医 市场监管部门立案调查";

    public static readonly DateTimeOffset Morning = new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero);

    public static CrisisFlowSettings Settings() =>
        new()
        {
            Brand = new() { Name = "果园记", Language = "zh" },
            People =
            [
                new()
                {
                    Id = "ann",
                    Name = "安",
                    Email = "ann@brand.example",
                    Roles = [Role.Communications, Role.Administrator],
                },
                new()
                {
                    Id = "bo",
                    Name = "博",
                    Email = "bo@brand.example",
                    Roles = [Role.CustomerService, Role.Operations],
                },
                new()
                {
                    Id = "law",
                    Name = "罗",
                    Email = "law@brand.example",
                    Roles = [Role.Legal],
                },
                new()
                {
                    Id = "dan",
                    Name = "Dan",
                    Email = "dan@brand.example",
                    Language = "en",
                    Roles = [Role.Leadership],
                },
            ],
            Topics =
            [
                new()
                {
                    Id = "brand",
                    Name = "果园记",
                    Type = TopicType.Own,
                    Match = "果园记",
                },
            ],
            Stages = new() { Evaluate = TimeSpan.FromMinutes(5) },
        };

    public static Task<LocalApp> StartAsync(CrisisFlowSettings? settings = null) =>
        LocalApp.StartAsync(settings ?? Settings(), Morning);

    /// <summary>One entry of a hot list names a grave event; a case follows.</summary>
    public static async Task CrisisAsync(this LocalApp app)
    {
        (await app.PushAsync(Grave)).ShouldBe(200);
        await app.FastForwardUntilAsync(
            async () => app.Letters.Any(l => l.Links.Count > 0) && (await app.CasesAsync()).Count > 0,
            TimeSpan.FromHours(2),
            "a case is open"
        );
    }

    public static Task<Page> PushAsync(
        this LocalApp app,
        string title,
        string category = "hotList",
        string? id = null,
        string? key = null
    ) =>
        app.Browser.PushAsync(
            $$"""{"id":"{{id ?? title}}","title":"{{title}}","""
                + $$""" "published":"{{app.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""",
            key,
            "?source=push&category=" + category
        );

    /// <summary>The team answers until somebody is asked to approve; gives those mails.</summary>
    public static async Task<IReadOnlyList<Letter>> UntilApprovalAsync(this LocalApp app)
    {
        var team = new Team(app);
        while (await app.PhaseAsync() != CasePhase.Approval)
        {
            Assert.True(app.Clock.GetUtcNow() < Morning.AddDays(2), $"Still {await app.PhaseAsync()}.");
            await app.FastForwardAsync(TimeSpan.FromMinutes(10));
            if (await app.PhaseAsync() != CasePhase.Approval)
                await team.AnswerAsync();
        }

        await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        var asks = new List<Letter>();
        foreach (var letter in app.Letters.Where(l => l.Links.Count > 0).Reverse())
            if ((await app.ClickAsync(letter)).Body.Contains("name=\"decision\"", StringComparison.Ordinal))
                asks.Add(letter);
        Assert.NotEmpty(asks);
        return asks;
    }
}
