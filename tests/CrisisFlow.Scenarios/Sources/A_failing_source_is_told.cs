using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Sources;

public sealed class A_failing_source_is_told
{
    [Fact(Timeout = 120_000)]
    public async Task A_failing_source_is_told_to_the_administrators_once_with_its_name_and_problem()
    {
        var settings = OneBrand.Settings();
        // Nothing listens there.
        settings.Fetch.AllowHosts = ["127.0.0.1:9"];
        settings.Sources =
        [
            new()
            {
                Name = "city-news",
                Url = new Uri("http://127.0.0.1:9/feed"),
                Category = SourceCategory.News,
                Interval = TimeSpan.FromMinutes(5),
            },
        ];
        await using var app = await OneBrand.StartAsync(settings);
        await app.FastForwardAsync(TimeSpan.FromHours(6));

        var notice = app.Mailbox("ann").ShouldReceive("city-news");
        Assert.Contains("city-news", notice.Text, StringComparison.Ordinal);
        app.ShouldHaveSentNothingElse();
        (await app.Browser.GetAsync("/sources")).ShouldBe(200).ShouldSay("city-news");
    }
}
