using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CrisisFlow.Azure.Tests.Orchestrations.Determinism;

/// <summary>
/// Follows everything an orchestrator may run, through helpers, initialisers, overrides and delegates of our own, and
/// names
/// whatever could come out differently when the same history is replayed. Goes by what names mean and not by how they
/// are spelt.
/// </summary>
internal sealed class DeterminismCheck
{
    private readonly OurCode _code;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<(ISymbol Symbol, string Way)> _open = new();
    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);
    private string _way = "";

    private DeterminismCheck(OurCode code) => _code = code;

    /// <returns>"file(line): what, why, and by which way it was reached", in order.</returns>
    public static IReadOnlyList<string> Run(OurCode code) => Run(code, out _);

    /// <param name="reached">Every method of ours that was followed.</param>
    public static IReadOnlyList<string> Run(OurCode code, out IReadOnlyList<string> reached)
    {
        var check = new DeterminismCheck(code);
        foreach (var tree in code.Orchestrators)
        foreach (var method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            check.Reach(code.ModelOf(method).GetDeclaredSymbol(method));
        while (check._open.TryDequeue(out var next))
            check.Follow(next.Symbol, next.Way);
        reached = [.. check._seen.OfType<IMethodSymbol>().Select(Name)];
        return [.. check._found];
    }

    private void Reach(ISymbol? symbol)
    {
        symbol = symbol?.OriginalDefinition;
        if (symbol is null || !_code.IsOurs(symbol) || !_seen.Add(symbol))
            return;
        _open.Enqueue((symbol, _way.Length == 0 ? Name(symbol) : $"{_way} > {Name(symbol)}"));
        if (symbol is IMethodSymbol method)
            foreach (var other in _code.MayRun(method))
                Reach(other);
        // The first use of a type runs its initialisers.
        if (symbol is not INamedTypeSymbol)
            Reach(symbol.ContainingType);
    }

    private void Follow(ISymbol symbol, string way)
    {
        _way = way;
        foreach (var node in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        foreach (var body in symbol is INamedTypeSymbol ? Initialisers(node as TypeDeclarationSyntax) : [node])
            if (_code.ModelOf(body).GetOperation(body) is { } operation)
                foreach (var one in operation.DescendantsAndSelf())
                    Look(one);
    }

    /// <summary>
    /// What a type runs when it is first used or made: field and property initialisers, constructors, arguments for its
    /// base.
    /// </summary>
    private static IEnumerable<SyntaxNode> Initialisers(TypeDeclarationSyntax? type) =>
        type is null
            ? []
            : type
                .Members.SelectMany(member =>
                    member switch
                    {
                        FieldDeclarationSyntax field => field.Declaration.Variables.Select(one =>
                            (SyntaxNode?)one.Initializer
                        ),
                        PropertyDeclarationSyntax property => [property.Initializer],
                        ConstructorDeclarationSyntax constructor => [constructor],
                        _ => [],
                    }
                )
                .Append(type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault())
                .OfType<SyntaxNode>();

    private void Look(IOperation operation)
    {
        foreach (var symbol in SymbolsOf(operation))
        {
            Reach(symbol);
            if (symbol is IFieldSymbol field && DeterminismRules.IsMutable(field))
                Tell(operation, symbol, "keep no state beside the history");
            else if (
                symbol is IPropertySymbol { IsStatic: true, SetMethod: { IsInitOnly: false } }
                && _code.IsOurs(symbol)
            )
                Tell(operation, symbol, "keep no state beside the history");
            else if (
                symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol
                && !_code.IsOurs(symbol)
                && DeterminismRules.OfForeign(symbol) is { } instead
            )
                Tell(operation, symbol, instead);
        }

        if (operation is IInvalidOperation)
            Tell(operation, operation.Syntax.ToString(), "what the compiler does not know cannot be judged");
        if (operation is ILockOperation)
            Tell(operation, "lock", "stay on the orchestrator's thread");
        if (Iterated(operation) is { } type && DeterminismRules.IsUnordered(type))
            Tell(operation, type.Name, "iterate over what has an order: a list, SortedDictionary, SortedSet");
    }

    private static IEnumerable<ISymbol> SymbolsOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => [call.TargetMethod],
            IMethodReferenceOperation method => [method.Method],
            IObjectCreationOperation { Constructor: { } constructor } => [constructor],
            IPropertyReferenceOperation property => new ISymbol?[]
            {
                property.Property,
                property.Property.GetMethod,
                property.Property.SetMethod,
            }
                .OfType<ISymbol>()
                .Where(symbol => symbol is IPropertySymbol || symbol.DeclaringSyntaxReferences.Length > 0),
            IFieldReferenceOperation { Field: { ContainingType.TypeKind: not TypeKind.Enum, IsConst: false } field } =>
            [
                field,
            ],
            IBinaryOperation { OperatorMethod: { } method } => [method],
            IUnaryOperation { OperatorMethod: { } method } => [method],
            IConversionOperation { OperatorMethod: { } method } => [method],
            _ => [],
        };

    // A loop over it, a spread of it, or handing it to whoever takes anything that can be iterated over.
    private static ITypeSymbol? Iterated(IOperation operation) =>
        operation switch
        {
            IForEachLoopOperation loop => Bare(loop.Collection),
            ISpreadOperation spread => Bare(spread.Operand),
            IConversionOperation { Type: { TypeKind: TypeKind.Interface, ContainingNamespace: var from } to } conversion
                when from.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
                    && !DeterminismRules.IsUnordered(to) => conversion.Operand.Type,
            _ => null,
        };

    private static ITypeSymbol? Bare(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? Bare(conversion.Operand) : operation.Type;

    private void Tell(IOperation at, ISymbol what, string instead) =>
        Tell(
            at,
            what is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? $"new {what.ContainingType.Name}"
                : $"{what.ContainingType?.Name}.{what.Name}",
            instead
        );

    private void Tell(IOperation at, string what, string instead)
    {
        var line = at.Syntax.GetLocation().GetLineSpan();
        _found.Add(
            $"{Path.GetFileName(line.Path)}({line.StartLinePosition.Line + 1}): '{what}' is not deterministic in an "
                + $"orchestrator: {instead}. Reached by {_way}."
        );
    }

    private static string Name(ISymbol symbol) =>
        symbol is INamedTypeSymbol ? symbol.Name : $"{symbol.ContainingType?.Name}.{symbol.Name}";
}
