using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Tests;

/// <summary>
/// The 117 assertions of yarr's feed fixtures. They are written over yarr's own model, so this file says how that model
/// follows from ours:
/// titles are plain there; an id that is missing is the link, or is made up; an Atom id that is an address gets the
/// time of its last change behind it;
/// a missing date is the time of reading.
/// </summary>
public sealed partial class YarrCases
{
    private const string Now = "time.Now()";

    public static TheoryData<string> Files() => FeedSuites.Names("yarr_cases.jsonl", "file");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_assertion_of_a_file_holds(string file)
    {
        var folder = FeedSuites.Need();
        var test = FeedSuites.Cases("yarr_cases.jsonl").Single(one => one.GetProperty("file").GetString() == file);
        var path = Path.Combine(folder, "yarr_fixtures", file["src/parser/fixtures/".Length..]);
        var document = FeedSuites.Read(path);
        foreach (var assertion in test.GetProperty("asserts").EnumerateArray())
        {
            var raw = assertion.GetProperty("raw").GetString()!;
            var actual = Value(document, assertion.GetProperty("path").GetString()!);
            var written = assertion.GetProperty("value").GetString()!;
            var expected = written.StartsWith("feed.", StringComparison.Ordinal)
                ? Value(document, written)
                : Literal(written);
            if (assertion.GetProperty("op").GetString() == "==")
                Assert.True(expected == actual, $"{file}: {raw}, but it is {actual}");
            else
                Assert.True(expected != actual, $"{file}: {raw}, but both are {actual}");
        }
    }

    [Fact]
    public void The_suite_has_117_assertions()
    {
        FeedSuites.Need();
        Assert.Equal(117, FeedSuites.Cases("yarr_cases.jsonl").Sum(one => one.GetProperty("asserts").GetArrayLength()));
    }

    private static string Value(Document document, string path)
    {
        if (path == "feed.Title")
            return HtmlToText.ToText(document.Title);
        if (path == "feed.SiteURL")
            return document.Link ?? "";
        if (path == "len(feed.Items)")
            return document.Items.Count.ToString(CultureInfo.InvariantCulture);
        var match = ItemPath().Match(path);
        var item = document.Items[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
        return match.Groups[2].Value switch
        {
            "Title" => HtmlToText.Title(item),
            "URL" => item.Link ?? "",
            "Content" => item.Text,
            "GUID" => Guid(document, item),
            "Date" => item.Published is { } date ? Written(date) : Now,
            "MediaLinks" when path.StartsWith("len(", StringComparison.Ordinal) => item.Media.Count.ToString(
                CultureInfo.InvariantCulture
            ),
            "MediaLinks" => Media(item, match),
            var other => throw new InvalidOperationException($"Unknown path {other}."),
        };
    }

    private static string Media(DocumentItem item, Match match)
    {
        var media = item.Media[int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture)];
        return match.Groups[4].Value switch
        {
            "URL" => media.Url,
            "Type" => media.Type,
            _ => media.Description ?? "",
        };
    }

    private static string Guid(Document document, DocumentItem item)
    {
        if (item.Id is null)
            return item.Link ?? ItemKey.Of(item);
        if (document.Kind != DocumentKind.Atom || !item.Id.StartsWith("http", StringComparison.Ordinal))
            return item.Id;
        return item.Id
            + "::"
            + item.Updated?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Literal(string written)
    {
        if (written[0] == '"')
        {
            using var text = JsonDocument.Parse(written);
            return text.RootElement.GetString()!;
        }

        if (!written.StartsWith("time.Date(", StringComparison.Ordinal))
            return written;
        var match = GoDate().Match(written);
        var parts = match
            .Groups[1]
            .Value.Split(", ")
            .Select(static part => int.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        var offset = match.Groups[2].Success
            ? TimeSpan.FromHours(int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : TimeSpan.Zero;
        return Written(new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], offset));
    }

    private static string Written(DateTimeOffset date) => date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"feed\.Items\[(\d+)\]\.(\w+)(?:\[(\d+)\]\.(\w+))?")]
    private static partial Regex ItemPath();

    [GeneratedRegex(@"^time\.Date\(((?:\d+, ){6}\d+), (?:time\.UTC|time\.FixedZone\("""", (-?\d+)\*3600\))\)$")]
    private static partial Regex GoDate();
}
