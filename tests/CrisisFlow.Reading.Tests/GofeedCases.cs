using System.Globalization;
using System.Text.Json;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Tests;

/// <summary>The core fields of gofeed's 530 documents: what its expected files name, ours has, to the letter.</summary>
public sealed class GofeedCases
{
    public static TheoryData<string> Files() => FeedSuites.Names("gofeed_cases.jsonl", "file");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_core_field_of_a_file_holds(string file)
    {
        var folder = FeedSuites.Need();
        var core = ByFile.Value[file].GetProperty("core");
        var document = FeedSuites.Read(Path.Combine(folder, "gofeed_testdata", file["testdata/".Length..]));
        if (core.GetProperty("feed_title").GetString() is { } title)
            Same(file, "title", title, document.Title);
        Assert.Equal(core.GetProperty("n_items").GetInt32(), document.Items.Count);
        var number = 0;
        foreach (var expected in core.GetProperty("items").EnumerateArray())
        {
            var item = document.Items[number++];
            foreach (var field in expected.EnumerateObject())
                Same(file, $"item {number} {field.Name}", field.Value.GetString()!, Actual(item, field.Name));
        }
    }

    [Fact]
    public void The_suite_has_530_documents()
    {
        FeedSuites.Need();
        Assert.Equal(530, ByFile.Value.Count);
    }

    private static readonly Lazy<Dictionary<string, JsonElement>> ByFile = new(static () =>
        FeedSuites.Cases("gofeed_cases.jsonl").ToDictionary(static one => one.GetProperty("file").GetString()!)
    );

    private static string? Actual(DocumentItem item, string field) =>
        field switch
        {
            "title" => item.Title,
            "link" => item.Link,
            "id" => item.Id,
            "published" => Written(item.Published),
            "updated" => Written(item.Updated),
            "summary" => item.Summary,
            "content" => item.Text,
            _ => throw new InvalidOperationException($"Unknown field {field}."),
        };

    private static void Same(string file, string field, string expected, string? actual) =>
        Assert.True(expected == actual, $"{file}: {field} should be '{expected}' and is '{actual}'");

    private static string? Written(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
