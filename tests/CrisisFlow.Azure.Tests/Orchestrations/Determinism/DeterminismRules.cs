using Microsoft.CodeAnalysis;

namespace CrisisFlow.Azure.Tests.Orchestrations.Determinism;

/// <summary>What could come out differently when the same history is replayed, and what to use instead.</summary>
internal static class DeterminismRules
{
    private const string Clock = "use context.CurrentUtcDateTime";
    private const string Input = "use an activity or the input";
    private const string Ids = "derive ids from what they name";
    private const string Chance = "derive the value from the input";
    private const string Outside = "use an activity";
    private const string Threads = "stay on the orchestrator's thread";
    private const string Waits = "await only what the context gives; use context.CreateTimer to wait";
    private const string Hashes = "hash codes differ from process to process";

    /// <summary>Sound, although what follows bans the rest of its type or namespace.</summary>
    private static readonly string[] Sound =
    [
        "System.Threading.Tasks.Task.WhenAny",
        "System.Threading.Tasks.Task.WhenAll",
        "System.Threading.Tasks.Task.CompletedTask",
        "System.Threading.Tasks.Task.FromResult",
        "System.Threading.Tasks.Task.IsCompleted*",
        "System.Threading.Tasks.Task.IsFaulted",
        "System.Threading.Tasks.Task.IsCanceled",
        "System.Threading.Tasks.Task.Exception",
        "System.Threading.CancellationTokenSource.CancellationTokenSource()",
        "System.Threading.CancellationTokenSource.Token",
        "System.Threading.CancellationTokenSource.Cancel",
        "System.Threading.CancellationTokenSource.Dispose",
        "System.Threading.CancellationTokenSource.IsCancellationRequested",
        "System.Threading.CancellationToken",
    ];

    /// <summary>Namespaces, types and members; a star stands for the rest of a name.</summary>
    private static readonly (string Name, string Instead)[] Banned =
    [
        ("System.DateTime.Now", Clock),
        ("System.DateTime.UtcNow", Clock),
        ("System.DateTime.Today", Clock),
        ("System.DateTime.ToLocalTime", Clock),
        ("System.DateTimeOffset.Now", Clock),
        ("System.DateTimeOffset.UtcNow", Clock),
        ("System.DateTimeOffset.LocalDateTime", Clock),
        ("System.DateTimeOffset.ToLocalTime", Clock),
        ("System.TimeProvider", Clock),
        ("System.TimeZoneInfo.Local", Clock),
        ("System.Diagnostics.Stopwatch", Clock),
        ("System.Environment.TickCount*", Clock),
        ("System.Environment", Input),
        ("System.AppContext", Input),
        ("System.Globalization.CultureInfo.Current*", "name the culture"),
        ("System.Guid.NewGuid", Ids),
        ("System.Guid.CreateVersion7", Ids),
        ("Microsoft.DurableTask.TaskOrchestrationContext.NewGuid", Ids),
        ("System.Random", Chance),
        ("System.Security.Cryptography.RandomNumberGenerator", Chance),
        ("System.HashCode", Hashes),
        ("System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode", Hashes),
        ("System.Object.GetHashCode", Hashes),
        ("System.String.GetHashCode", Hashes),
        ("System.IO", Outside),
        ("System.Net", Outside),
        ("System.Console", Outside),
        ("System.Diagnostics", Outside),
        ("System.Data", Outside),
        ("System.Reflection", "call it by its name"),
        ("System.Activator", "call it by its name"),
        ("System.Threading.Tasks.Task.Delay", Waits),
        ("System.Threading.Tasks.Task.Result", Waits),
        ("System.Threading", Threads),
    ];

    /// <summary>Whoever iterates over one of these gets an order that may differ next time.</summary>
    private static readonly HashSet<string> Unordered = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.Dictionary",
        "System.Collections.Generic.HashSet",
        "System.Collections.Hashtable",
        "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.IReadOnlyDictionary",
        "System.Collections.Generic.ISet",
        "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Concurrent.ConcurrentDictionary",
        "System.Collections.Concurrent.ConcurrentBag",
        "System.Collections.Immutable.ImmutableDictionary",
        "System.Collections.Immutable.ImmutableHashSet",
        "System.Collections.Immutable.IImmutableDictionary",
        "System.Collections.Immutable.IImmutableSet",
        "System.Collections.Frozen.FrozenDictionary",
        "System.Collections.Frozen.FrozenSet",
        "System.Linq.ILookup",
    };

    private static readonly HashSet<string> Mutable = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.List",
        "System.Collections.Generic.Queue",
        "System.Collections.Generic.Stack",
        "System.Collections.Generic.SortedDictionary",
        "System.Collections.Generic.SortedSet",
        "System.Collections.Generic.LinkedList",
        "System.Text.StringBuilder",
        "System.Threading.AsyncLocal",
        "System.Threading.ThreadLocal",
    };

    /// <returns>What to use instead; null when the symbol is sound.</returns>
    public static string? OfForeign(ISymbol symbol)
    {
        var name = symbol.OriginalDefinition.ToDisplayString(Names);
        if (Sound.Any(known => Matches(name, known)))
            return null;
        if (Banned.FirstOrDefault(one => Matches(name, one.Name)).Instead is { } instead)
            return instead;
        if (
            !name.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.DurableTask.", StringComparison.Ordinal)
        )
            return "what it does cannot be followed; use an activity";
        return
            symbol is IMethodSymbol { ReturnType: INamedTypeSymbol made }
            && NameOf(made) is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask"
            && !Matches(name, "Microsoft.DurableTask.TaskOrchestrationContext")
            ? Waits
            : null;
    }

    public static bool IsUnordered(ITypeSymbol? type) =>
        type is INamedTypeSymbol named
        && (
            Unordered.Contains(NameOf(named)) || named.ContainingType is { } outer && Unordered.Contains(NameOf(outer))
        );

    /// <summary>A static field that somebody could have changed since the last replay.</summary>
    public static bool IsMutable(IFieldSymbol field) =>
        field is { IsStatic: true, IsConst: false }
        && (
            !field.IsReadOnly
            || field.Type is IArrayTypeSymbol
            || field.Type is INamedTypeSymbol type
                && (Mutable.Contains(NameOf(type)) || Unordered.Contains(NameOf(type)))
        );

    private static bool Matches(string name, string pattern) =>
        pattern.EndsWith('*')
            ? name.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : name.StartsWith(pattern, StringComparison.Ordinal)
                && (name.Length == pattern.Length || name[pattern.Length] is '.' or '(');

    private static string NameOf(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(Names);

    private static readonly SymbolDisplayFormat Names = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
    );
}
