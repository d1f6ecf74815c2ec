using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Testing;

namespace CrisisFlow.Reading.Tests;

/// <summary>The public feed suites next to the repository. Without them the tests that need them are skipped.</summary>
internal static class FeedSuites
{
    public static string? Folder { get; } = RepositoryRoot.Data("feeds");

    public static string Need()
    {
        if (Folder is { } folder)
            return folder;
        Assert.Skip("../shared/data/feeds is not there; the feed suites need it.");
        return "";
    }

    public static IEnumerable<JsonElement> Cases(string name)
    {
        if (Folder is not { } folder)
            yield break;
        foreach (var line in File.ReadLines(Path.Combine(folder, name)))
            using (var document = JsonDocument.Parse(line))
                yield return document.RootElement.Clone();
    }

    public static Document Read(string path) =>
        DocumentReader.Read(File.ReadAllBytes(path), new ReadOptions { Source = Path.GetFileName(path) });

    /// <summary>One row per case, or a row that skips.</summary>
    public static TheoryData<string> Names(string suite, string property)
    {
        var names = new TheoryData<string>();
        foreach (var one in Cases(suite))
            names.Add(one.GetProperty(property).GetString()!);
        if (names.Count == 0)
            names.Add("");
        return names;
    }
}
