using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CrisisFlow.Testing;

/// <summary>
/// Files of the repository that are made from the code. With UPDATE_DOCS=1, as scripts/generate sets it, tests write
/// them.
/// </summary>
public static class Generated
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static bool Writes => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    public static string Json(JsonNode node) => node.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    public static void IsUpToDate(string file, string expected)
    {
        var path = Path.Combine(RepositoryRoot.Path, file);
        if (Writes)
            File.WriteAllText(path, expected);
        var there = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (there != expected)
            throw new InvalidOperationException(
                $"{file} is not what the code makes; scripts/generate writes it. It differs {Where(there, expected)}."
            );
    }

    /// <summary>A part of a page, between a mark of this name and its end.</summary>
    public static void IsUpToDate(string file, string mark, string expected)
    {
        var (begin, end) = ($"<!-- {mark}: made from the code -->\n", $"<!-- end of {mark} -->");
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)).ReplaceLineEndings("\n");
        var (from, to) = (
            page.IndexOf(begin, StringComparison.Ordinal) + begin.Length,
            page.IndexOf(end, StringComparison.Ordinal)
        );
        if (from < begin.Length || to < from)
            throw new InvalidOperationException($"{file} lacks the marks between which {mark} stand.");
        IsUpToDate(file, page[..from] + expected + page[to..]);
    }

    private static string Where(string there, string expected)
    {
        var (a, b) = (there.Split('\n'), expected.Split('\n'));
        var line = Enumerable
            .Range(0, Math.Max(a.Length, b.Length))
            .First(i => a.ElementAtOrDefault(i) != b.ElementAtOrDefault(i));
        return $"from line {line + 1}: it says '{a.ElementAtOrDefault(line)}', the code '{b.ElementAtOrDefault(line)}'";
    }
}
