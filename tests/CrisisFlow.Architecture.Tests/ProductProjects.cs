using System.Xml.Linq;
using CrisisFlow.Testing;

namespace CrisisFlow.Architecture.Tests;

/// <summary>A project under functions/ as its project file describes it.</summary>
/// <param name="Name">Without "CrisisFlow.".</param>
/// <param name="References">Names of the product's projects it references.</param>
internal sealed record ProductProject(
    string Name,
    string Folder,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Packages
)
{
    public IEnumerable<string> Sources =>
        Directory
            .EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Folder, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin")
            );
}

/// <summary>Every project of the product.</summary>
internal static class ProductProjects
{
    /// <summary>Nothing may reference these.</summary>
    public static readonly IReadOnlyList<string> Hosts = ["Azure", "Local"];

    /// <summary>Rules without input or output.</summary>
    public static readonly IReadOnlyList<string> Pure = ["Cases", "Core", "Scoring", "Warnings"];

    public static IReadOnlyList<ProductProject> All { get; } =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "functions"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(Read)
            .OrderBy(project => project.Name, StringComparer.Ordinal),
    ];

    public static ProductProject Of(string name) => All.Single(project => project.Name == name);

    /// <summary>A project's references and theirs.</summary>
    public static HashSet<string> Reach(string name)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(Of(name).References);
        while (next.TryPop(out var one))
            if (reached.Add(one))
                foreach (var further in Of(one).References)
                    next.Push(further);
        return reached;
    }

    private static ProductProject Read(string file)
    {
        var project = XDocument.Load(file);
        return new ProductProject(
            Short(file),
            Path.GetDirectoryName(file)!,
            [
                .. Includes(project, "ProjectReference")
                    .Where(path => path.StartsWith("../CrisisFlow.", StringComparison.Ordinal))
                    .Select(Short),
            ],
            [.. Includes(project, "PackageReference"), .. Includes(project, "FrameworkReference")]
        );
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(reference => (string?)reference.Attribute("Include") ?? "");

    private static string Short(string path) => Path.GetFileNameWithoutExtension(path)["CrisisFlow.".Length..];
}
