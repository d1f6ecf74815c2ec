using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CrisisFlow.Architecture.Tests;

/// <summary>Inside a project a folder is a namespace, and no two folders use each other.</summary>
public sealed partial class Folders_know_each_other_one_way
{
    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader()
        .LoadAssemblies([.. ProductProjects.All.Select(AssemblyOf).Select(System.Reflection.Assembly.Load)])
        .Build();

    public static TheoryData<string> Names => [.. ProductProjects.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_folders_of_a_project_use_each_other(string name)
    {
        var root = "CrisisFlow." + name;
        var uses = new Dictionary<(string From, string To), string>();
        foreach (var type in Product.Types.Where(type => IsIn(type, root)))
        foreach (var used in type.Dependencies.Select(one => one.Target).Where(used => IsIn(used, root)))
            if (type.Namespace.FullName != used.Namespace.FullName)
                uses.TryAdd((type.Namespace.FullName, used.Namespace.FullName), $"{type.Name} uses {used.Name}");

        var bothWays = uses.Where(one => uses.ContainsKey((one.Key.To, one.Key.From)))
            .Select(one => $"{one.Key.From} -> {one.Key.To}: {one.Value}")
            .Order(StringComparer.Ordinal);
        Assert.True(!bothWays.Any(), string.Join("\n", bothWays));
    }

    [Fact]
    public void A_namespace_is_its_folder() =>
        Assert.All(
            ProductProjects.All,
            project =>
                Assert.All(
                    project.Sources,
                    file =>
                    {
                        if (Declared().Match(File.ReadAllText(file)) is not { Success: true } declared)
                            return;
                        var folder = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(file)!);
                        var inside = folder == "." ? "" : "." + folder.Replace(Path.DirectorySeparatorChar, '.');
                        var expected = $"CrisisFlow.{project.Name}{inside}";
                        Assert.Equal(expected, declared.Groups[1].Value);
                    }
                )
        );

    private static string AssemblyOf(ProductProject project) =>
        project.Name == "Local" ? "crisisflow" : "CrisisFlow." + project.Name;

    /// <summary>A generic parameter has no namespace, whatever the library's annotations say.</summary>
    private static bool IsIn(IType type, string root) =>
        type.Namespace is { FullName: var name }
        && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
