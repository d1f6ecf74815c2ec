using System.Text;
using System.Xml.Linq;

namespace CrisisFlow.InfraTools.Pictures;

/// <summary>The product's projects and what each references, drawn from the project files.</summary>
/// <remarks>
/// A reference that follows from two others is left out, so the picture shows the order and not every shortcut.
/// </remarks>
public static class ProjectPicture
{
    /// <summary>Pages that show it, between the marks of <see cref="Mark"/>.</summary>
    public static readonly IReadOnlyList<string> Pages = ["README.md", "docs/architecture.md"];

    public const string Mark = "projects";

    /// <summary>A Mermaid graph as a fenced block, hosts on top.</summary>
    /// <exception cref="InvalidOperationException">The references of the projects form a cycle.</exception>
    public static string Render(string repository)
    {
        var references = Read(Path.Combine(repository, "functions"));
        var reached = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in references.Keys)
            Reach(name, references, reached, []);

        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        foreach (
            var name in references
                .Keys.OrderByDescending(name => reached[name].Count)
                .ThenBy(name => name, StringComparer.Ordinal)
        )
        {
            var shown = references[name]
                .Where(used => !references[name].Any(other => other != used && reached[other].Contains(used)))
                .OrderByDescending(used => reached[used].Count)
                .ThenBy(used => used, StringComparer.Ordinal)
                .ToList();
            if (shown.Count > 0)
                text.Append("  ").Append(name).Append(" --> ").AppendJoin(" & ", shown).Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    /// <summary>Writes it into its pages.</summary>
    /// <returns>The pages that changed.</returns>
    public static IReadOnlyList<string> Write(string repository)
    {
        var picture = Render(repository);
        var changed = new List<string>();
        foreach (var page in Pages)
        {
            var path = Path.Combine(repository, page);
            var before = File.ReadAllText(path).ReplaceLineEndings("\n");
            var after = Put(page, before, picture);
            if (after == before)
                continue;
            File.WriteAllText(path, after);
            changed.Add(page);
        }

        return changed;
    }

    private static string Put(string page, string text, string picture)
    {
        var (begin, end) = ($"<!-- {Mark}: made from the code -->\n", $"<!-- end of {Mark} -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
            throw new InvalidOperationException($"{page} lacks the marks between which the picture of projects goes.");
        return text[..from] + picture + text[to..];
    }

    private static Dictionary<string, IReadOnlyList<string>> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "CrisisFlow.*.csproj", SearchOption.AllDirectories)
            .ToDictionary(
                Short,
                file =>
                    (IReadOnlyList<string>)
                        [
                            .. XDocument
                                .Load(file)
                                .Descendants("ProjectReference")
                                .Select(reference => (string?)reference.Attribute("Include") ?? "")
                                .Where(path => path.StartsWith("../CrisisFlow.", StringComparison.Ordinal))
                                .Select(Short),
                        ],
                StringComparer.Ordinal
            );

    private static void Reach(
        string name,
        Dictionary<string, IReadOnlyList<string>> references,
        Dictionary<string, HashSet<string>> reached,
        IReadOnlyList<string> way
    )
    {
        if (way.Contains(name))
            throw new InvalidOperationException($"The projects form a cycle: {string.Join(" -> ", [.. way, name])}.");
        if (reached.ContainsKey(name))
            return;
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var used in references[name])
        {
            Reach(used, references, reached, [.. way, name]);
            all.Add(used);
            all.UnionWith(reached[used]);
        }

        reached[name] = all;
    }

    private static string Short(string path) => Path.GetFileNameWithoutExtension(path)["CrisisFlow.".Length..];
}
