using System.Text;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

public sealed class AnswersAreUnderstood : FetchFixture
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 120_000)]
    public async Task A_request_says_what_was_seen_last_and_names_no_cookie()
    {
        Server.Answer(
            "/feed",
            "x",
            "text/xml; charset=gbk",
            ("ETag", "\"a\""),
            ("Last-Modified", "Sun, 01 Mar 2026 08:00:00 GMT"),
            ("Set-Cookie", "track=1")
        );
        using var fetcher = new Fetcher(Options);
        var first = Assert.IsType<FetchResult.Fetched>(
            await fetcher.FetchAsync(new(Server.Url("/feed")), TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            ("\"a\"", "Sun, 01 Mar 2026 08:00:00 GMT", "text/xml; charset=gbk"),
            (first.ETag, first.LastModified, first.ContentType)
        );
        Server.Status("/feed", 304);
        Assert.IsType<FetchResult.NotModified>(
            await fetcher.FetchAsync(
                new(Server.Url("/feed"), null, first.ETag, first.LastModified),
                TestContext.Current.CancellationToken
            )
        );
        var second = Server.Requests[1].Headers;
        Assert.Equal(
            ("\"a\"", "Sun, 01 Mar 2026 08:00:00 GMT"),
            (second["If-None-Match"], second["If-Modified-Since"])
        );
        Assert.DoesNotContain("Cookie", second.Keys);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_304_nobody_asked_for_is_a_failure()
    {
        Server.Status("/feed", 304);
        Fails(
            FetchFailure.Protocol,
            $"'{Server.Url("/feed")}' answered 304 to a request without conditions.",
            await FetchAsync("/feed")
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData(401, FetchFailure.Status)]
    [InlineData(403, FetchFailure.Status)]
    [InlineData(404, FetchFailure.Status)]
    [InlineData(410, FetchFailure.Gone)]
    [InlineData(429, FetchFailure.Busy)]
    [InlineData(451, FetchFailure.Status)]
    [InlineData(500, FetchFailure.Status)]
    [InlineData(503, FetchFailure.Status)]
    public async Task Every_status_is_told_apart(int status, FetchFailure reason)
    {
        Server.Status("/feed", status);
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync("/feed"));
        Assert.Equal((reason, status), (failed.Reason, failed.Status));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_challenge_is_told_apart()
    {
        Server.Status("/feed", 403, ("cf-mitigated", "challenge"));
        Fails(
            FetchFailure.Challenge,
            $"'{Server.Url("/feed")}' answered 403 and asks for proof of a human.",
            await FetchAsync("/feed")
        );
    }

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("10000000000", 3153600000.0)]
    [InlineData("Sun, 01 Mar 2026 09:00:00 GMT", 3600.0)]
    [InlineData("Sun, 01 Mar 2020 09:00:00 GMT", null)]
    public void Retry_after_is_seconds_or_a_date_to_come(string header, double? seconds) =>
        Assert.Equal(seconds, RetryAfter.Of(header, Now)?.TotalSeconds);

    [Fact(Timeout = 120_000)]
    public async Task Headers_without_end_are_a_failure()
    {
        Server.On(
            "/feed",
            static (_, wire) =>
                wire.HeadAsync(
                    200,
                    [.. Enumerable.Range(0, 1000).Select(static i => ($"X-{i}", new string('a', 1000)))]
                )
        );
        Fails(
            FetchFailure.Protocol,
            $"'{Server.Url("/feed")}' sent more than 64 KiB of headers.",
            await FetchAsync("/feed")
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 two hundred\r\n\r\n")]
    public async Task What_is_no_http_is_a_failure(string answer)
    {
        Server.Raw("/feed", Encoding.ASCII.GetBytes(answer));
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync("/feed"));
        Assert.True(failed.Reason is FetchFailure.Protocol or FetchFailure.Connection, failed.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_answer_of_http_1_0_without_reason_is_read()
    {
        Server.Raw("/feed", Encoding.ASCII.GetBytes("HTTP/1.0 200\r\n\r\n" + FeedTexts.Rss("one")));
        Assert.Equal(FeedTexts.Rss("one"), Text(await FetchAsync("/feed")));
    }
}
