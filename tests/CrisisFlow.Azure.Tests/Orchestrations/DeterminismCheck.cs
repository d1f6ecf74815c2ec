using System.Text.RegularExpressions;

namespace CrisisFlow.Azure.Tests.Orchestrations;

/// <summary>
/// Reads an orchestrator's source and names everything that could come out differently when the same history is replayed:
/// clocks, ids, randomness, input and output, other threads, and iteration without an order.
/// </summary>
internal static partial class DeterminismCheck
{
    private static readonly (string Pattern, string Instead)[] Banned =
    [
        (@"\bDate(Time|TimeOffset|Only)\.(Now|UtcNow|Today)\b", "use context.CurrentUtcDateTime"),
        (@"\b(TimeProvider|Stopwatch|TimeOnly)\b", "use context.CurrentUtcDateTime"),
        (@"\bEnvironment\.", "use an activity or the input"),
        (@"\bGuid\.(NewGuid|CreateVersion7)\b", "derive ids from what they name"),
        (@"\b(Random|RandomNumberGenerator)\b", "derive the value from the input"),
        (@"\bGetHashCode\b", "hash codes differ from process to process"),
        (@"\b(File|Directory|Path|Console|Process|Socket|HttpClient|WebRequest|Dns)\b", "use an activity"),
        (@"\bStream(Reader|Writer)?\b", "use an activity"),
        (@"\bTask\.(Run|Delay|Yield|WhenEach|Factory)\b", "await only what the context gives; use context.CreateTimer to wait"),
        (@"\.ConfigureAwait\(|\.CancelAsync\(|\.ContinueWith\(|\.Wait\(|\.GetAwaiter\(|\.AsTask\(", "stay on the orchestrator's thread"),
        (@"\b(Thread|ThreadPool|Parallel|Timer|PeriodicTimer|Channel|SemaphoreSlim|lock)\b", "stay on the orchestrator's thread"),
        (@"\b(Dictionary|HashSet|ConcurrentDictionary|ConcurrentBag|ImmutableDictionary|ImmutableHashSet|FrozenDictionary|FrozenSet|Hashtable)\b", "iterate over what has an order: a list, SortedDictionary, SortedSet"),
        (@"\.(ToDictionary|ToHashSet|ToFrozenSet|ToFrozenDictionary|AsParallel)\(", "iterate over what has an order: a list, SortedDictionary, SortedSet"),
        (@"\bstatic\s+(?!readonly|async|class|Task|void|DateTime|DateTimeOffset|bool|string\s+\w+\()[\w<>?\[\], ]+\s\w+\s*(=[^>]|;)", "keep no state beside the history"),
        (@"\bCreateLogger\b|\bILogger\b", "use context.CreateReplaySafeLogger"),
    ];

    public static IReadOnlyList<string> Read(string name, string source)
    {
        var code = CommentsAndStrings().Replace(source, match => Regex.Replace(match.Value, @"[^\n]", " "));
        var found = new List<(int Line, string Message)>();
        foreach (var (pattern, instead) in Banned)
            foreach (Match match in Regex.Matches(code, pattern))
                found.Add((LineOf(code, match.Index), $"'{match.Value.Trim()}' is not deterministic in an orchestrator: {instead}."));
        var own = OwnMethods().Matches(code).Select(method => method.Groups[1].Value).ToHashSet();
        foreach (Match match in Awaits().Matches(code))
            if (match.Groups[1].Value is var awaited && awaited != "context" && awaited != "Task" && !own.Contains(awaited))
                found.Add((LineOf(code, match.Index), $"'await {awaited}' is not deterministic in an orchestrator: await only what the context gives."));
        return [.. found.OrderBy(one => one.Line).Select(one => $"{name}({one.Line}): {one.Message}")];
    }

    private static int LineOf(string code, int index) => code.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|\$?@?"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'""")]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex(@"\bawait\s+\(*\s*(\w+)")]
    private static partial Regex Awaits();

    [GeneratedRegex(@"\basync\s+[\w<>?]+\s+(\w+)\(")]
    private static partial Regex OwnMethods();
}
