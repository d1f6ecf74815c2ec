using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Testing;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Reading.Tests;

public sealed class ArchivesAreRead
{
    private const string Csv =
        "ts,title,text,likes\r\n1604188800,\"a, \"\"b\"\"\",\"line 1\r\nline "
        + "2\",12\r\nbad,c,,x\r\n\r\n1604188800,d\r\n";

    [Fact]
    public void CSV_is_read_by_its_header()
    {
        var document = Read(Csv);
        Assert.Equal(DocumentKind.Csv, document.Kind);
        Assert.Equal(["a, \"b\"", "c", "d"], document.Items.Select(static item => item.Title));
        Assert.Equal(("line 1\r\nline 2", 12), (document.Items[0].Text, document.Items[0].Engagement.Likes));
        Assert.Equal(
            [
                ("line 4", "Line 4: ts 'bad' is no time; it was left out."),
                ("line 4", "Line 4: likes 'x' is no count of 0 or more; it was left out."),
                (
                    "line 6",
                    "Line 6 has 2 fields; the header's last known field is number 4. The missing ones count as empty."
                ),
            ],
            document.Problems.Select(static problem => (problem.Place, problem.Message))
        );
    }

    [Theory]
    [InlineData("title;author\r\na;Ann")]
    [InlineData("title\tauthor\na\tAnn")]
    [InlineData("other,AUTHOR,Title\nx,Ann,a")]
    [InlineData("\uFEFFtitle,author\na,Ann")]
    public void Other_separators_and_orders_are_understood(string text)
    {
        var item = Assert.Single(Read(text).Items);
        Assert.Equal(("a", "Ann"), (item.Title, item.Author));
    }

    [Theory]
    [InlineData("title,author\n  \"a, b\" ,Ann", "a, b|Ann")]
    [InlineData("title,author\na \"b\" c,Ann", "a \"b\" c|Ann")]
    [InlineData("title,author\n\"a\"b,Ann", "ab|Ann")]
    [InlineData("title,author\ra,Ann", "a|Ann")]
    [InlineData("title,author\n\"a\rb\",Ann", "a\rb|Ann")]
    [InlineData("title\na; b", "a; b|")]
    [InlineData("title\n\"a|b\"\n", "a|b|")]
    public void Odd_quotes_and_line_ends_lose_nothing(string text, string fields)
    {
        var document = Read(text);
        var item = Assert.Single(document.Items);
        Assert.Equal(fields, item.Title + "|" + item.Author);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_read_to_the_end_and_reported()
    {
        var document = Read("title,author\na,Ann\n\"b,Bob\nc,Cid");
        Assert.Equal(["a", "b,Bob\nc,Cid"], document.Items.Select(static item => item.Title));
        Assert.Equal(
            [
                ("line 3", "Line 3 opens a quote that is never closed; all that follows was read as one field."),
                (
                    "line 3",
                    "Line 3 has 1 fields; the header's last known field is number 2. The missing ones count as empty."
                ),
            ],
            document.Problems.Select(static problem => (problem.Place, problem.Message))
        );
    }

    [Fact]
    public void An_archive_is_read_up_to_a_row_longer_than_the_limit()
    {
        var text = "title\na\n\"b" + string.Concat(Enumerable.Repeat("xyz\n", 5_000_000));
        var problems = new List<ReadProblem>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal("a", Assert.Single(ArchiveReader.Read(stream, "archive", problems.Add)).Title);
        var problem = Assert.Single(problems);
        Assert.Equal(
            ("line 3", "The row that begins on line 3 has more than 16777216 bytes. Nothing after that line was read."),
            (problem.Place, problem.Message)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_archive_is_read_item_by_item(bool packed)
    {
        var lines = Encoding.UTF8.GetBytes(
            string.Concat(
                Enumerable.Range(0, 5_000).Select(static i => $"{{\"ts\":{1604188800 + i},\"title\":\"第{i}条\"}}\n")
            ) + "{broken\n{\"ts\":1604188800,\"title\":\"end\"}"
        );
        using var stream = new MemoryStream(packed ? FeedTexts.Gzip(lines) : lines);
        var problems = new List<ReadProblem>();
        var items = ArchiveReader.Read(stream, "archive", problems.Add).ToList();
        Assert.Equal((5_001, "第4999条", "end"), (items.Count, items[4_999].Title, items[^1].Title));
        Assert.Equal(
            ("archive", "line 5001, column 2", "Line 5001 is no JSON object; it was left out."),
            (problems.Single().Source, problems[0].Place, problems[0].Message)
        );
    }

    [Fact]
    public void A_long_CSV_archive_is_read_item_by_item()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        Assert.Equal(3, ArchiveReader.Read(stream, "archive", static _ => { }).Count());
    }

    [Fact]
    public void Every_archive_of_real_events_is_read_without_a_problem()
    {
        if (RepositoryRoot.Data("crisis_events") is not { } folder)
        {
            Assert.Skip("../shared/data/crisis_events is not there; this test reads its archives.");
            return;
        }

        var files = Directory.GetFiles(folder, "*.jsonl").Concat(Directory.GetFiles(folder, "*.jsonl.gz")).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var problems = new List<ReadProblem>();
            var items = ArchiveReader.ReadFile(file, problems.Add).ToList();
            Assert.NotEmpty(items);
            Assert.Empty(problems);
            Assert.All(items, static item => Assert.NotNull(item.Published));
        }
    }

    private static Document Read(string text) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), new ReadOptions { Source = "test" });
}
