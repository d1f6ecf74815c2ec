using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

public sealed class SlowServersAreCut : FetchFixture
{
    [Fact(Timeout = 120_000)]
    public async Task A_server_that_never_answers_is_cut_at_the_header_limit()
    {
        Server.On("/feed", static (_, wire) => wire.StallAsync());
        Fails(
            FetchFailure.Timeout,
            $"'{Server.Url("/feed")}' sent no headers within 0.25 s.",
            await FetchAsync("/feed", Options with { Headers = Soon })
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Headers_byte_by_byte_do_not_move_the_limit()
    {
        Server.On(
            "/feed",
            static async (_, wire) =>
            {
                await wire.WriteAsync("HTTP/1.1 200 OK\r\nX-Slow: ");
                await wire.StallAsync();
            }
        );
        Fails(
            FetchFailure.Timeout,
            $"'{Server.Url("/feed")}' sent no headers within 0.25 s.",
            await FetchAsync("/feed", Options with { Headers = Soon })
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_body_that_trickles_is_cut_at_the_total_limit()
    {
        Server.On(
            "/feed",
            static async (_, wire) =>
            {
                await wire.HeadAsync(200, [("Content-Length", "1000000")]);
                await wire.WriteAsync("<rss>");
                await wire.StallAsync();
            }
        );
        Fails(
            FetchFailure.Timeout,
            $"'{Server.Url("/feed")}' was not there within 0.25 s.",
            await FetchAsync("/feed", Options with { Total = Soon })
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_body_without_end_is_cut_at_the_size_limit()
    {
        Server.On(
            "/feed",
            static async (_, wire) =>
            {
                await wire.HeadAsync(200, [("Transfer-Encoding", "chunked")]);
                var chunk = new string('x', 16 * 1024);
                while (true)
                    await wire.WriteAsync($"4000\r\n{chunk}\r\n");
            }
        );
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync("/feed", Options with { Bytes = 100_000 }));
        Assert.Equal(100_000, fetched.Body.Length);
        Assert.Equal($"'{Server.Url("/feed")}' has more than 100000 bytes; the rest was cut off.", fetched.CutShort);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_body_that_breaks_off_is_kept_and_said_to_be_cut()
    {
        Server.On(
            "/feed",
            static async (_, wire) =>
            {
                await wire.HeadAsync(200, [("Content-Length", "1000"), ("ETag", "\"1\"")]);
                await wire.WriteAsync(FeedTexts.Rss("one", "two")[..300]);
            }
        );
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync("/feed"));
        Assert.Equal($"'{Server.Url("/feed")}' broke off after 300 bytes.", fetched.CutShort);
        Assert.Null(fetched.ETag);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_connection_that_ends_before_the_answer_is_a_failure()
    {
        Server.On("/feed", static (_, _) => Task.CompletedTask);
        Fails(
            FetchFailure.Connection,
            $"'{Server.Url("/feed")}' closed the connection before it answered.",
            await FetchAsync("/feed")
        );
    }
}
