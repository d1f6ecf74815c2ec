using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Sources;

public sealed class No_failure_looks_like_nothing_new
{
    [Theory(Timeout = 120_000)]
    [InlineData("""{"code":401,"message":"token expired","data":[]}""", "token expired")]
    [InlineData("""{"code":0,"data":[]}""", "a hot list always has entries")]
    [InlineData("""{"success":false,"msg":"签名错误"}""", "There is no list at")]
    [InlineData("<html><body>Please log in</body></html>", "A web page came")]
    [InlineData("", "The document is empty")]
    public async Task An_answer_without_a_list_is_a_failure_of_a_hot_list_from_its_first_poll(string body, string why)
    {
        await using var sites = new WatchedSites();
        sites.HotList();
        sites.Say("hot", body);
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(2));

        app.Mailbox("ann").ShouldReceive("hot");
        (await app.Browser.GetAsync("/sources", "en")).ShouldSay(why);
        (await app.Browser.GetAsync("/", "en")).ShouldSay("“hot” cannot be read");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_feed_that_had_items_and_has_none_fails_and_holds_what_it_told()
    {
        await using var sites = new WatchedSites();
        sites.Feed("voices", SourceCategory.HotList);
        sites.Publish("voices", (OneBrand.Grave, OneBrand.Morning));
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Publish("voices");
        await app.FastForwardAsync(TimeSpan.FromHours(40), TimeSpan.FromMinutes(15));
        Assert.Single(await app.OpenAsync());
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldSay("“voices” told this story and cannot be read");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_feed_that_never_had_items_may_go_on_having_none()
    {
        await using var sites = new WatchedSites();
        sites.Feed("blog", SourceCategory.Forum);
        sites.Publish("blog");
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(3));
        app.ShouldHaveSentNothingElse();
        (await app.Browser.GetAsync("/", "en")).ShouldNotSay("Unknown since");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_search_whose_mapping_says_that_the_answer_is_good_may_find_nothing_again()
    {
        await using var sites = new WatchedSites();
        var source = sites.HotList("search");
        source.Category = SourceCategory.Social;
        source.Mapping!.Ok = "/code";
        sites.Show("search", ("1", "果园记的苹果很甜", 1));
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(1));
        sites.Show("search");
        await app.FastForwardAsync(TimeSpan.FromHours(3));
        app.ShouldHaveSentNothingElse();
        sites.Say("search", """{"code":7,"data":[]}""");
        await app.FastForwardAsync(TimeSpan.FromHours(2));
        app.Mailbox("ann").ShouldReceive("search");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("ETag", "If-None-Match", "\"v1\"")]
    [InlineData("Last-Modified", "If-Modified-Since", "Fri, 06 Mar 2026 00:00:00 GMT")]
    public async Task A_source_that_answers_304_for_ever_is_read_whole_every_hour(
        string header,
        string condition,
        string value
    )
    {
        await using var sites = new WatchedSites();
        sites.HotList();
        var list = """{"data":[{"id":"a","word":"今晚决赛","rank":1}]}""";
        sites.Server.On(
            "/hot",
            (request, wire) =>
                request.Headers.ContainsKey(condition)
                    ? wire.AnswerAsync(304, [], [(header, value)])
                    : wire.AnswerAsync(
                        200,
                        System.Text.Encoding.UTF8.GetBytes(list),
                        [("Content-Type", "application/json"), (header, value)]
                    )
        );
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        list = $$"""{"data":[{"id":"b","word":"{{OneBrand.Grave}}","rank":1}]}""";
        await app.FastForwardAsync(TimeSpan.FromMinutes(65));
        Assert.Single(await app.OpenAsync());
        // The same list again and again: still one mention.
        await app.FastForwardAsync(TimeSpan.FromHours(5));
        Assert.Equal(1, await app.MentionsAsync());
    }
}
