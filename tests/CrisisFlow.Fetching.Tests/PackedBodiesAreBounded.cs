using System.Text;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

public sealed class PackedBodiesAreBounded : FetchFixture
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(FeedTexts.Rss("一", "two"));

    [Theory(Timeout = 120_000)]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate-bare")]
    public async Task Every_encoding_that_is_asked_for_is_unpacked(string encoding)
    {
        var packed = encoding switch
        {
            "gzip" => FeedTexts.Gzip(Feed),
            "br" => FeedTexts.Brotli(Feed),
            "deflate" => FeedTexts.Zlib(Feed),
            _ => FeedTexts.Deflate(Feed),
        };
        Packed(packed, encoding.Split('-')[0]);
        Assert.Equal(Encoding.UTF8.GetString(Feed), Text(await FetchAsync("/feed")));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_stopped(string encoding)
    {
        var zeros = new byte[64 * 1024 * 1024];
        Packed(encoding == "gzip" ? FeedTexts.Gzip(zeros) : FeedTexts.Brotli(zeros), encoding);
        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync("/feed"));
        Assert.Equal(FetchFailure.Ratio, failed.Reason);
        Assert.EndsWith("bytes to more than 100 times as many.", failed.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task Several_layers_are_refused()
    {
        Packed(FeedTexts.Gzip(FeedTexts.Gzip(Feed)), "gzip, gzip");
        Fails(
            FetchFailure.Encoding,
            $"'{Server.Url("/feed")}' came in 2 content encodings (gzip, gzip); one is taken.",
            await FetchAsync("/feed")
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_not_asked_for_is_refused()
    {
        Packed(Feed, "zstd");
        Fails(
            FetchFailure.Encoding,
            $"'{Server.Url("/feed")}' came in the content encoding 'zstd', which was not requested.",
            await FetchAsync("/feed")
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_not_packed_as_it_says_is_refused()
    {
        Packed(Feed, "gzip");
        Fails(
            FetchFailure.Encoding,
            $"'{Server.Url("/feed")}' claims to be packed as gzip and is not.",
            await FetchAsync("/feed")
        );
    }

    private void Packed(byte[] body, string encoding) =>
        Server.On("/feed", (_, wire) => wire.AnswerAsync(200, body, [("Content-Encoding", encoding)]));
}
