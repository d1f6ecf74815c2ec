using System.Globalization;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Reports;

public sealed class The_weightiest_evidence_comes_first
{
    private const string Listed = "果园记回应果汁混入玻璃";
    private const string Reported = "果园记被曝使用过期原料";
    private const string Posted = "果园记果汁喝出玻璃碎片 嘴都划破了 太气人了 第{0}例";

    [Fact(Timeout = 120_000)]
    public async Task A_hot_list_and_the_news_come_before_twenty_near_equal_posts_which_are_one_line()
    {
        await using var app = await OneBrand.StartAsync();
        var at = app
            .Clock.GetUtcNow()
            .AddMinutes(-2)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var posts = Enumerable
            .Range(1, 30)
            .Select(n => $$"""{"id":"p{{n}}","title":"{{Post(n)}}","author":"u{{n}}","published":"{{at}}"}""");
        await PushAsync(app, "wb", "social", $"[{string.Join(',', posts)}]");
        await PushAsync(app, "daily", "news", $$"""{"id":"n","title":"{{Reported}}","published":"{{at}}"}""");
        await PushAsync(app, "hot", "hotList", $$"""{"id":"h","title":"{{Listed}}","rank":3,"published":"{{at}}"}""");
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));

        var mail = app.Mailbox("ann").All[0].Text;
        var page = (await app.Browser.GetAsync("/warnings/brand")).Text;
        foreach (var text in (string[])[mail, page])
        {
            var evidence = text[text.IndexOf(Listed, StringComparison.Ordinal)..];
            Assert.True(evidence.IndexOf(Reported, StringComparison.Ordinal) > 0, text);
            // On the page the history below names the warning once more.
            Assert.True(Posts(evidence) <= (text == mail ? 1 : 2), text);
            Assert.True(
                evidence.IndexOf(Reported, StringComparison.Ordinal)
                    < evidence.IndexOf("嘴都", StringComparison.Ordinal),
                evidence
            );
        }

        var talk = (await app.Browser.GetAsync("/topics/brand")).ShouldBe(200);
        talk.ShouldSay("30 条信息，负面");
    }

    private static int Posts(string text) => text.Split("嘴都划破了").Length - 1;

    private static string Post(int n) => string.Format(CultureInfo.InvariantCulture, Posted, n);

    private static async Task PushAsync(LocalApp app, string source, string category, string json) =>
        (await app.Browser.PushAsync(json, query: $"?source={source}&category={category}")).ShouldBe(200);
}
