using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class Pushing_mentions
{
    [Fact(Timeout = 120_000)]
    public async Task Takes_what_is_good_and_says_what_was_not()
    {
        await using var desk = new SiteDesk();
        var answer = await PushAsync(desk, """[{"title":"晴天电商涨价","id":"1"},5,{"title":"别的","ts":"soon"}]""");
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.StartsWith(
            """{"items":2,"matched":1,"problems":[{"source":"微圈","place":"item 2","message":"Item 2 is no JSON obj""",
            answer.Text
        );
        var now = desk.Clock.GetUtcNow();
        var minutes = await desk.Get<BucketStore>().MinutesAsync(new TopicId("qingtian"), now, now.AddMinutes(1), now);
        Assert.Equal(1, Assert.Single(minutes).Bucket.Mentions);
    }

    [Fact(Timeout = 120_000)]
    public async Task Takes_CSV_and_says_what_was_stored_merged_and_refused()
    {
        await using var desk = new SiteDesk();
        const string csv = "id,title\n1,晴天电商涨价\n1,晴天电商涨价\n2,晴天电商降价\n3,天气\n4,\n";
        var first = await desk.PostBodyAsync("/mentions?source=a", csv, "text/csv", trusted: true);
        Assert.Equal(200, first.Status);
        Assert.EndsWith("\"stored\":2,\"merged\":1,\"unmatched\":1,\"refused\":1}", first.Text);
        var again = await desk.PostBodyAsync("/mentions?source=a", csv, "text/csv", trusted: true);
        Assert.EndsWith("\"stored\":0,\"merged\":3,\"unmatched\":1,\"refused\":1}", again.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task Tells_an_unknown_category_of_an_item_and_corrects_a_sources_by_a_later_push()
    {
        await using var desk = new SiteDesk();
        var told = await desk.PostBodyAsync(
            "/mentions?source=a",
            """{"title":"晴天电商","category":"rumour"}""",
            "application/json",
            trusted: true
        );
        Assert.Contains("category 'rumour' is not one of hotList, news, social, forum, review, support", told.Text);
        Assert.Equal([SourceCategory.Social], await CategoriesAsync(desk));
        await desk.PostBodyAsync(
            "/mentions?source=a&category=hot-list",
            "{\"title\":\"b\"}",
            "application/json",
            null,
            true
        );
        Assert.Equal([SourceCategory.HotList], await CategoriesAsync(desk));
        await desk.PostBodyAsync("/mentions?source=a", "{\"title\":\"c\"}", "application/json", null, true);
        Assert.Equal([SourceCategory.HotList], await CategoriesAsync(desk));
    }

    private static async Task<IReadOnlyList<SourceCategory>> CategoriesAsync(SiteDesk desk) =>
        [.. (await desk.Get<PushedSources>().AllAsync(default)).Select(source => source.Category)];

    [Fact(Timeout = 120_000)]
    public async Task Is_answered_in_JSON_while_the_store_is_away()
    {
        await using var desk = new SiteDesk(without: MentionTables.Seen);
        var answer = await PushAsync(desk, "{\"title\":\"晴天电商涨价\"}");
        Assert.Equal(
            (503, "application/json; charset=utf-8", "10"),
            (answer.Status, answer.Headers["Content-Type"], answer.Headers["Retry-After"])
        );
        Assert.StartsWith("{\"error\":", answer.Text);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("", 400)]
    [InlineData("no JSON", 400)]
    [InlineData("{}", 200)]
    public async Task Refuses_a_body_of_which_nothing_can_be_taken(string body, int status)
    {
        await using var desk = new SiteDesk();
        Assert.Equal(status, (await PushAsync(desk, body)).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task Refuses_a_body_of_more_than_four_megabytes()
    {
        await using var desk = new SiteDesk();
        var answer = await PushAsync(desk, new string(' ', (4 * 1024 * 1024) + 1));
        Assert.Equal(400, answer.Status);
        Assert.Contains("The body has more than 4194304 bytes.", answer.Text);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(
        "?category=rumour",
        """{"error":"The category is not one of hotList, news, social, forum, review, support."}"""
    )]
    [InlineData(
        "?source=012345678901234567890123456789012345678901234567890123456789012345678901234567890",
        """{"error":"The source has 81 characters; the limit is 80."}"""
    )]
    public async Task Names_what_is_wrong_with_the_query(string query, string error)
    {
        await using var desk = new SiteDesk();
        var answer = await desk.PostBodyAsync("/mentions" + query, "{}", "application/json", trusted: true);
        Assert.Equal((400, error), (answer.Status, answer.Text));
    }

    [Fact(Timeout = 120_000)]
    public async Task Asks_for_the_key_where_there_is_one_and_for_the_hosts_word_where_there_is_none()
    {
        await using var desk = new SiteDesk();
        var stranger = await desk.PostBodyAsync("/mentions", "{}", "application/json");
        Assert.Equal(
            (401, """{"error":"The header X-Api-Key is missing or wrong."}"""),
            (stranger.Status, stranger.Text)
        );
        var foreign = await desk.PostBodyAsync(
            "/mentions",
            "{}",
            "application/json",
            fetchSite: "cross-site",
            trusted: true
        );
        Assert.Equal((403, """{"error":"The request comes from another site."}"""), (foreign.Status, foreign.Text));
        desk.Settings.ApiKeys.Mentions = "a-long-enough-key";
        Assert.Equal(401, (await PushAsync(desk, "{}")).Status);
    }

    private static Task<Answer> PushAsync(SiteDesk desk, string body) =>
        desk.PostBodyAsync(
            "/mentions?source=%E5%BE%AE%E5%9C%88&category=news",
            body,
            "application/json",
            trusted: true
        );
}
