using System.Text.RegularExpressions;
using CrisisFlow.App.Composition;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>Every table the Azure host keeps: the product's, and its own constants called Table.</summary>
internal static partial class ProductTables
{
    /// <summary>
    /// In ordinal order. The Azure host is read as text: it is built against other packages on other machines.
    /// </summary>
    public static IReadOnlyList<string> All(string repository) =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(repository, "functions", "CrisisFlow.Azure"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .SelectMany(f => Constant().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
                .Concat(StoredTables.All)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex("const string Table = \"(\\w+)\"")]
    private static partial Regex Constant();
}
