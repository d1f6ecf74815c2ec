using System.IO.Compression;
using System.Text;

namespace CrisisFlow.Testing.Feeds;

/// <summary>Feeds made for tests.</summary>
public static class FeedTexts
{
    /// <summary>
    /// An RSS document with an item per title; ids are "id-1", "id-2" and so on, times a minute apart from 2026-03-01
    /// 08:00 UTC.
    /// </summary>
    public static string Rss(params string[] titles) => Rss(1, titles);

    /// <param name="firstId">Number in the first item's id.</param>
    public static string Rss(int firstId, IEnumerable<string> titles)
    {
        var text = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Made "
                + "up</title><link>http://example.com/</link>"
        );
        foreach (var (title, index) in titles.Select(static (title, index) => (title, index)))
            text.Append(
                    $"<item><guid isPermaLink=\"false\">id-{firstId + index}</guid>"
                        + $"<title>{WebEncode(title)}</title><link>http://example.com/{firstId + index}</link>"
                )
                .Append($"<pubDate>Sun, 01 Mar 2026 08:{index % 60:00}:00 GMT</pubDate></item>");
        return text.Append("</channel></rss>").ToString();
    }

    public static byte[] Gzip(byte[] bytes) =>
        Pack(bytes, static stream => new GZipStream(stream, CompressionLevel.SmallestSize));

    public static byte[] Brotli(byte[] bytes) =>
        Pack(bytes, static stream => new BrotliStream(stream, CompressionLevel.Fastest));

    public static byte[] Zlib(byte[] bytes) =>
        Pack(bytes, static stream => new ZLibStream(stream, CompressionLevel.Fastest));

    public static byte[] Deflate(byte[] bytes) =>
        Pack(bytes, static stream => new DeflateStream(stream, CompressionLevel.Fastest));

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var result = new MemoryStream();
        using (var packed = packer(result))
            packed.Write(bytes);
        return result.ToArray();
    }

    private static string WebEncode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
