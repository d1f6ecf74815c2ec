using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrisisFlow.Azure.Tests.Orchestrations.Determinism;

/// <summary>Our own sources as the compiler understands them, and everything else as the tests run with it.</summary>
internal sealed class OurCode
{
    /// <summary>What the SDK writes into every project with implicit usings.</summary>
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly string[] Projects =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "functions"))
            .Select(path => Path.GetFileName(path)!)
            .Where(project => project != "CrisisFlow.Local"),
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Others = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => !Projects.Contains(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    private readonly CSharpCompilation _compilation;

    private OurCode(IEnumerable<(string Path, string Text)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = files
            .Append(("usings.cs", Usings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1));
        _compilation = CSharpCompilation.Create(
            "all",
            trees,
            Others.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    /// <summary>
    /// Every project of the product but the local host, in one: methods in any of them can be followed into any other.
    /// </summary>
    public static OurCode OfTheProduct() =>
        new(
            Projects
                .SelectMany(project =>
                    Directory.EnumerateFiles(
                        Path.Combine(Repository.Root, "functions", project),
                        "*.cs",
                        SearchOption.AllDirectories
                    )
                )
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
                .Select(path => (path, File.ReadAllText(path)))
        );

    public static OurCode Of(params (string Path, string Text)[] files) => new(files);

    public IEnumerable<SyntaxTree> Orchestrators =>
        _compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".orchestrator.cs", StringComparison.Ordinal));

    public bool IsOurs(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    public SemanticModel ModelOf(SyntaxNode node) => _compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>Every method of ours that a call through this interface or base class may reach.</summary>
    public IEnumerable<IMethodSymbol> MayRun(IMethodSymbol called) =>
        called.IsVirtual || called.IsAbstract || called.IsOverride
            ? Types.SelectMany(type => RunBy(type, called)).Where(IsOurs)
            : [];

    private static IEnumerable<IMethodSymbol> RunBy(INamedTypeSymbol type, IMethodSymbol called) =>
        called.ContainingType.TypeKind == TypeKind.Interface
            ? type.FindImplementationForInterfaceMember(called) is IMethodSymbol found
                ? [found]
                : []
            : type.GetMembers().OfType<IMethodSymbol>().Where(method => Overrides(method, called));

    private IEnumerable<INamedTypeSymbol> Types =>
        field ??= [.. _compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()];

    private static bool Overrides(IMethodSymbol method, IMethodSymbol called)
    {
        for (var one = method.OverriddenMethod; one is not null; one = one.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, called.OriginalDefinition))
                return true;
        return false;
    }
}
