using System.IO.Compression;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Archives;

namespace CrisisFlow.Reading.Tests;

public sealed class LinesOfAnyLength
{
    static LinesOfAnyLength() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\r\nb\rc\n\nd", "a|b|c||d")]
    [InlineData("\r\n\r\n", "|")]
    [InlineData("\n", "")]
    public void Every_line_end_ends_one_line(string text, string lines) =>
        Assert.Equal(text.Length == 0 ? [] : lines.Split('|'), new BoundedLines(new StringReader(text), 10).All());

    [Fact]
    public void Of_a_line_without_end_only_the_start_is_kept_and_its_length_is_known()
    {
        var lines = new BoundedLines(new Endless('a', 50_000_000), 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_000, lines.Next()!.Length);
        Assert.Equal((50_000_000, true, 1), (lines.Length, lines.WasCut, lines.Number));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        Assert.Null(lines.Next());
    }

    [Fact]
    public void A_header_and_a_row_without_end_cost_no_memory()
    {
        Assert.Empty(
            ArchiveReader.Read(
                new MemoryStream(
                    new byte[20_000_000]
                        .Select(static _ => (byte)'a')
                        .ToArray()
                ),
                "x",
                static _ => { }
            )
        );
        var row = "ts,title\n1604188800,good" + new string(',', 5_000_000) + "\n1604188800,next\n";
        Assert.Equal(
            ["good", "next"],
            ArchiveReader
                .Read(new MemoryStream(Encoding.UTF8.GetBytes(row)), "x", static _ => { })
                .Select(static item => item.Title)
        );
    }

    [Theory]
    [InlineData("gb18030", "GB18030", false)]
    [InlineData("gb18030", "GB18030", true)]
    [InlineData("big5", "Big5", false)]
    public void An_archive_in_a_Chinese_encoding_is_read_and_that_is_said(string encoding, string name, bool packed)
    {
        const string title = "这是一个人们在网上看到的消息";
        var text = encoding == "big5" ? "這是一個人們在網上看到的消息，我們會來說明" : title;
        var bytes = Encoding
            .GetEncoding(encoding)
            .GetBytes("ts,title\n" + string.Concat(Enumerable.Repeat($"1604188800,{text}\n", 5_000)));
        var problems = new List<ReadProblem>();
        var items = ArchiveReader
            .Read(new MemoryStream(packed ? Packed(bytes) : bytes), "month.csv", problems.Add)
            .ToList();
        Assert.Equal(5_000, items.Count);
        Assert.All(items, item => Assert.Equal(text, item.Title));
        Assert.Equal(
            new ReadProblem("month.csv", "", $"The archive is not UTF-8; it was read as {name}."),
            Assert.Single(problems) with
            {
                Kind = default,
            }
        );
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private sealed class Endless(char c, int left) : TextReader
    {
        private int _left = left;

        public override int Read(char[] buffer, int index, int count)
        {
            var given = Math.Min(count, _left);
            Array.Fill(buffer, c, index, given);
            _left -= given;
            return given;
        }
    }
}
