using System.Diagnostics;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Pushed;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Reading.Tests;

/// <summary>
/// Every fixture file, changed at random but the same way every time: no exception leaves the reader and none takes a
/// second.
/// </summary>
public sealed class NothingBreaksTheReader
{
    private const int Seed = 20260301;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);
    private static readonly JsonMapping Mapping = new()
    {
        Items = "/items",
        Title = "/title",
        Text = "/content_html",
        Published = "/date_published",
        Rank = "#",
    };

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<item>",
            "</item>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "&",
            "&#x110000;",
            "&#xD800;",
            "<",
            ">",
            "\"",
            "'",
            "<!DOCTYPE x [",
            "xmlns=\"",
            "\0",
            "\uFEFF",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "{",
            "}",
            "[",
            "]",
            "\\ud800",
            "1e999",
            "年",
            "<rss><channel>",
            "xml:base=\"",
            "//",
            "9999-12-31",
            "\r\n",
            ",",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xFE, 0xFF],
        [0xC0, 0x80],
        [0x81, 0x30],
    ];

    [Fact]
    public void However_a_document_is_damaged_it_is_read_in_time()
    {
        var folder = FeedSuites.Need();
        var files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => !path.EndsWith("cases.jsonl", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        Assert.True(files.Count > 1_000);
        var random = new Random(Seed);
        var total = Stopwatch.StartNew();
        var count = 0;
        while (total.Elapsed < Bound && count < 60_000)
        {
            var bytes = Damage(files[random.Next(files.Count)], files, random);
            var options = new ReadOptions
            {
                Source = "fuzz",
                Mapping = random.Next(8) == 0 ? Mapping : null,
                BaseUrl = random.Next(2) == 0 ? "http://example.com/a/" : null,
                ContentType = random.Next(8) == 0 ? "text/xml; charset=gb2312" : null,
            };
            try
            {
                Takes.AtMost(TimeSpan.FromSeconds(1), () => ReadWhole(bytes, options));
            }
            catch (Exception error)
            {
                Assert.Fail($"Seed {Seed}, document {count}: {error}\n{Convert.ToBase64String(bytes)}");
            }

            count++;
        }

        TestContext.Current.SendDiagnosticMessage("{0} documents in {1:0.0} s", count, total.Elapsed.TotalSeconds);
        Assert.InRange(count, 1_000, int.MaxValue);
    }

    private static void ReadWhole(byte[] bytes, ReadOptions options)
    {
        var document = DocumentReader.Read(bytes, options);
        foreach (var item in document.Items)
        {
            HtmlToText.Title(item);
            HtmlToText.Text(item);
        }

        DocumentJson.Write(document, Stream.Null);
        MentionBody.Read(bytes, "fuzz");
    }

    private static byte[] Damage(byte[] file, List<byte[]> files, Random random)
    {
        var bytes = file.ToList();
        for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    var other = files[random.Next(files.Count)];
                    var from = random.Next(other.Length + 1);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                    break;
            }
        }

        return [.. bytes];
    }
}
