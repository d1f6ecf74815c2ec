using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Response.Channels.PressMail;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Demo;

/// <summary>The made-up brand 澄果 (Chengguo), its people and its topics.</summary>
internal static class DemoSettings
{
    /// <param name="address">Where the demo's pages are; links in its mails start with it.</param>
    public static CrisisFlowSettings Create(Uri address) =>
        new()
        {
            Brand = new()
            {
                Name = "澄果 Chengguo",
                Language = "zh",
                TimeZone = "Asia/Shanghai",
            },
            Site = new() { BaseUrl = address, Listen = address.ToString() },
            People =
            [
                new()
                {
                    Id = "lin",
                    Name = "林晓 Lin Xiao",
                    Email = "lin@chengguo.example",
                    Language = "zh",
                    Roles = [Role.Communications, Role.Administrator],
                    Deputy = "he",
                },
                new()
                {
                    Id = "he",
                    Name = "何苗 He Miao",
                    Email = "he@chengguo.example",
                    Language = "zh",
                    Roles = [Role.CustomerService, Role.Operations],
                },
                new()
                {
                    Id = "law",
                    Name = "罗律 Luo Lü",
                    Email = "law@chengguo.example",
                    Language = "zh",
                    Roles = [Role.Legal],
                },
                new()
                {
                    Id = "kate",
                    Name = "Kate Morgan",
                    Email = "kate@chengguo.example",
                    Language = "en",
                    Roles = [Role.Leadership],
                },
            ],
            Topics =
            [
                new()
                {
                    Id = "chengguo",
                    Name = "澄果",
                    Type = TopicType.Own,
                    Match = "澄果 OR Chengguo",
                },
            ],
            Channels = new(new PressMailSettings { PressList = ["press@citynews.example"] }),
            // The clock runs a thousand times faster than the wall's; what is every minute elsewhere is every five
            // here.
            Stages = new()
            {
                Poll = TimeSpan.FromMinutes(5),
                Evaluate = TimeSpan.FromMinutes(5),
                Sweep = TimeSpan.FromMinutes(2),
                Heartbeat = TimeSpan.FromHours(24),
            },
            Links = new() { Lifetime = TimeSpan.FromDays(30) },
        };
}
