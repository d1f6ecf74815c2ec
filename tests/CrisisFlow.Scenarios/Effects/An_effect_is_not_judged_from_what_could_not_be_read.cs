using System.Globalization;
using System.Text;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Scenarios.Effects;

public sealed class An_effect_is_not_judged_from_what_could_not_be_read
{
    [Theory(Timeout = 120_000)]
    [InlineData(true, EffectVerdict.CannotTell)]
    [InlineData(false, EffectVerdict.Worked)]
    public async Task A_forum_that_fails_after_the_statement_is_not_calm(bool fails, EffectVerdict expected)
    {
        await using var forum = new FaultServer();
        var settings = OneBrand.Settings();
        settings.Fetch.AllowHosts = [forum.AllowHost];
        var (quiet, down) = (false, false);
        LocalApp? started = null;
        var address = forum.On(
            "/forum",
            (_, wire) =>
                down
                    ? wire.AnswerAsync(500, [], [])
                    : wire.AnswerAsync(
                        200,
                        Encoding.UTF8.GetBytes(Rss(started?.Clock.GetUtcNow() ?? OneBrand.Morning, quiet)),
                        [("Content-Type", "application/rss+xml")]
                    )
        );
        settings.Sources =
        [
            new()
            {
                Name = "forum",
                Url = address,
                Category = SourceCategory.Forum,
                Interval = TimeSpan.FromMinutes(5),
            },
        ];
        await using var app = await LocalApp.StartAsync(settings, OneBrand.Morning.AddHours(1));
        started = app;
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        var team = new Team(app);
        await app.FastForwardAsync(TimeSpan.FromHours(1.5));
        for (var i = 0; i < 24 && await app.PhaseAsync() != CasePhase.Effect; i++)
        {
            await team.AnswerAsync();
            await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());
        (quiet, down) = (true, fails);
        await app.FastForwardAsync(TimeSpan.FromHours(1.1));
        var done = (await app.CaseAsync()).File.Measurements.Select(m => m.State).OfType<MeasurementState.Done>();
        var measured = Assert.Single(done);
        Assert.Equal((expected, fails), (measured.Verdict, measured.After.Unread));
        if (fails)
            (await app.Browser.GetAsync($"/cases/{(await app.CaseAsync()).Id}/report")).ShouldSay("有来源无法读取");
    }

    /// <summary>What was posted lately: a post a minute, or nothing about the brand.</summary>
    private static string Rss(DateTimeOffset now, bool quiet)
    {
        var items = new StringBuilder(
            "<item><guid isPermaLink=\"false\">rules</guid><title>版规：请文明发言</title></item>"
        );
        for (var i = 0; i < (quiet ? 0 : 30); i++)
        {
            var at = now.AddMinutes(-i);
            var id = at.ToUnixTimeSeconds() / 60;
            items.Append(
                CultureInfo.InvariantCulture,
                $"<item><guid isPermaLink=\"false\">p{id}</guid><author>u{id}@forum.example</author>"
                    + $"<title>果园记太让人失望了，再也不买，气死我了 第{id}帖</title><pubDate>{at:R}</pubDate></item>"
            );
        }

        return $"<rss version=\"2.0\"><channel><title>forum</title>{items}</channel></rss>";
    }
}
