using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Sources;

public sealed class What_cannot_be_read_is_not_calm
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    [Fact(Timeout = 120_000)]
    public async Task While_the_sources_that_told_a_story_cannot_be_read_its_level_holds_and_pages_say_unknown()
    {
        await using var sites = TwoPapers();
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        var level = (await app.OpenAsync()).Single().Level;
        sites.Fail("city");
        sites.Fail("daily", 401);
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);

        Assert.Equal(level, (await app.OpenAsync()).Single().Level);
        Assert.DoesNotContain(app.Mailbox("ann").All, letter => letter.Subject.Contains("已解除"));
        foreach (var path in (string[])["/", "/warnings", "/warnings/brand"])
            (await app.Browser.GetAsync(path, "en"))
                .ShouldBe(200)
                .ShouldSay("Unknown since 6 Mar")
                .ShouldSay("“city” told this story and cannot be read")
                .ShouldSay("“daily” told this story and cannot be read");
        (await app.Browser.GetAsync("/warnings/brand", "zh")).ShouldSay("情况不明").ShouldSay("来源“city”无法读取");
    }

    [Fact(Timeout = 120_000)]
    public async Task Once_they_can_be_read_again_the_usual_rules_hold()
    {
        await using var sites = TwoPapers();
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Fail("city");
        sites.Fail("daily");
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Single(await app.OpenAsync());
        sites.Publish("city", ("果园记的苹果很甜", app.Clock.GetUtcNow()));
        sites.Publish("daily", ("城里下雪了", app.Clock.GetUtcNow()));
        // A failing source is asked again after six hours at the latest.
        await app.FastForwardAsync(TimeSpan.FromHours(8), Step);
        Assert.Empty(await app.OpenAsync());
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldNotSay("Unknown since");
    }

    [Fact(Timeout = 120_000)]
    public async Task One_of_two_that_cannot_be_read_is_enough_and_it_alone_is_named()
    {
        await using var sites = TwoPapers();
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Fail("city", 404);
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Single(await app.OpenAsync());
        (await app.Browser.GetAsync("/warnings/brand", "en"))
            .ShouldSay("“city” told this story")
            .ShouldNotSay("“daily” told this story");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_that_told_something_else_holds_no_level_but_pages_say_what_is_missing()
    {
        await using var sites = TwoPapers();
        sites.Feed("sports");
        sites.Publish("sports", ("今晚决赛", OneBrand.Morning));
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Fail("sports");
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Empty(await app.OpenAsync());
        foreach (var path in (string[])["/", "/warnings", "/warnings/brand"])
            (await app.Browser.GetAsync(path, "en")).ShouldSay("Unknown since").ShouldSay("“sports” cannot be read");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_polled_document_of_several_sources_is_missed_under_its_own_name()
    {
        await using var sites = new WatchedSites();
        sites.Feed("export", SourceCategory.HotList);
        sites.Say("export", $$"""{"id":"1","title":"{{OneBrand.Grave}}","source":"board"}""");
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Fail("export");
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Single(await app.OpenAsync());
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldSay("“export” told this story");
    }

    [Fact(Timeout = 120_000)]
    public async Task While_one_failure_may_be_a_hiccup_nothing_is_lowered_and_nothing_is_claimed()
    {
        await using var sites = TwoPapers();
        foreach (var source in sites.Sources)
            source.FailingAfter = 100;
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(23), Step);
        Assert.Single(await app.OpenAsync());
        // It asks to be left alone for a day: one failure, and nothing can be known.
        foreach (var name in (string[])["city", "daily"])
            sites.Server.Status("/" + name, 429, ("Retry-After", "86400"));
        await app.FastForwardAsync(TimeSpan.FromHours(12), Step);
        Assert.Single(await app.OpenAsync());
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldSay("“city” told this story");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("<!doctype html><html><body><form>请登录</form></body></html>")]
    [InlineData("""{"success":false}""")]
    [InlineData("Too many requests")]
    [InlineData("")]
    [InlineData("<rss version=\"2.0\"><channel><title>Made up</title></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><title>Made up</ti")]
    [InlineData("<rss version=\"2.0\"><channel><title>Made up</title><item><title>果园")]
    public async Task A_good_answer_that_is_no_feed_is_not_calm_either(string body)
    {
        await using var sites = TwoPapers();
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Say("city", body, "application/xml");
        sites.Say("daily", body, "text/html");
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Single(await app.OpenAsync());
        (await app.Browser.GetAsync("/", "en")).ShouldSay("Unknown since");
    }

    [Fact(Timeout = 120_000)]
    public async Task Real_calm_still_clears()
    {
        await using var sites = TwoPapers();
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Empty(await app.OpenAsync());
        (await app.Browser.GetAsync("/", "en")).ShouldNotSay("Unknown since");
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_only_pushed_has_no_source_to_be_sick()
    {
        await using var sites = new WatchedSites();
        sites.Feed("city");
        sites.Publish("city", ("城里下雪了", OneBrand.Morning));
        await using var app = await sites.StartAsync();
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.RaisedAsync();
        sites.Fail("city");
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Empty(await app.OpenAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_that_leaves_settings_while_its_story_stands_is_not_waited_for()
    {
        await using var sites = TwoPapers();
        var folder = Directory.CreateTempSubdirectory("crisisflow-scenario-").FullName;
        try
        {
            DateTimeOffset later;
            await using (var app = await sites.StartAsync(folder: folder))
            {
                await app.RaisedAsync();
                sites.Fail("city");
                sites.Fail("daily");
                await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
                Assert.Single(await app.OpenAsync());
                later = app.Clock.GetUtcNow();
            }

            var settings = sites.Settings();
            settings.Sources = [];
            await using var again = await LocalApp.StartAsync(settings, later, folder: folder);
            await again.FastForwardAsync(TimeSpan.FromHours(1), Step);
            Assert.Empty(await again.OpenAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WatchedSites TwoPapers()
    {
        var sites = new WatchedSites();
        foreach (var name in (string[])["city", "daily"])
        {
            sites.Feed(name);
            sites.Publish(name, (OneBrand.Grave + (name == "city" ? "" : "（图）"), OneBrand.Morning.AddMinutes(-3)));
        }

        return sites;
    }
}
