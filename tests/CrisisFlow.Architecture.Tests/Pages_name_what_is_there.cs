using System.Text.RegularExpressions;
using CrisisFlow.Testing;

namespace CrisisFlow.Architecture.Tests;

/// <summary>Links and paths of the documentation lead somewhere.</summary>
public sealed partial class Pages_name_what_is_there
{
    private static IEnumerable<string> Pages() =>
        TrackedFiles.All().Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void Every_link_inside_the_repository_leads_to_a_file()
    {
        var dead = (
            from page in Pages()
            from Match link in Link().Matches(TrackedFiles.Read(page))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !target.StartsWith("mailto:", StringComparison.Ordinal)
            let folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page))!
            where !Path.Exists(Path.Combine(folder, target))
            select $"{page}: {target}"
        ).ToList();

        Assert.True(dead.Count == 0, string.Join("\n", dead));
    }

    /// <summary>Names in capitals, and *, stand for any name: NAME/, CODE.txt, journal-*.jsonl.</summary>
    [Fact]
    public void Every_path_named_is_there()
    {
        var dead = (
            from page in Pages()
            from Match named in Named().Matches(TrackedFiles.Read(page))
            let path = named.Groups["path"].Value.TrimEnd('/', '.')
            where !AnyName().IsMatch(path)
            where !Path.Exists(Path.Combine(RepositoryRoot.Path, path))
            select $"{page}: {path}"
        ).ToList();

        Assert.True(dead.Count == 0, string.Join("\n", dead));
    }

    [Fact]
    public void Every_decision_has_a_number_of_its_own()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs", "adr"), "*.md")
            .Select(file => (Name: Path.GetFileName(file), Heading: File.ReadLines(file).First()))
            .ToList();

        Assert.Empty(pages.GroupBy(page => page.Name[..4]).Where(same => same.Count() > 1).SelectMany(same => same));
        Assert.All(pages, page => Assert.StartsWith($"# {int.Parse(page.Name[..4])}. ", page.Heading));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.-])(\./)?(?<path>(functions|tests|scripts|infra|bench|docs|build)/[\w./*-]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\*|(^|[/.])[A-Z]{4,}")]
    private static partial Regex AnyName();
}
