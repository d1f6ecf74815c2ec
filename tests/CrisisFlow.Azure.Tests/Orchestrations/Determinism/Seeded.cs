namespace CrisisFlow.Azure.Tests.Orchestrations.Determinism;

/// <summary>
/// An orchestrator that is sound but for one line, and a helper in another file that hides faults of every kind.
/// </summary>
internal static class Seeded
{
    private const string Orchestrator = """
        using Microsoft.DurableTask;
        using Clock = System.DateTime;
        public static class O
        {
            public static async Task RunAsync(TaskOrchestrationContext context)
            {
        CODE
                await context.CallActivityAsync<int>("A", 1);
            }
        }
        """;

    private const string Helpers = """
        public static class Helper
        {
            public static int Count;
            public static readonly List<int> Kept = [];
            public static readonly string Fixed = "fixed";
            public static readonly StringComparer Never = StringComparer.Ordinal;
            public static int Set { get; set; }
            public static void Use(int number) { }
            public static DateTime Now() => Deep();
            private static DateTime Deep() => DateTime.UtcNow;
            public static async Task SaveAsync() { await Task.CompletedTask; File.WriteAllText("a", "b"); }
            public static bool Lucky(int number) => Random.Shared.Next() > number;
        }
        public interface IName { string Name(); }
        public sealed class Named : IName { public string Name() => Environment.MachineName; }
        public abstract class Shape { public abstract int Sides(); }
        public sealed class Square : Shape { public override int Sides() => Guid.NewGuid().GetHashCode(); }
        public sealed record Made { public Guid Id { get; init; } = Guid.NewGuid(); }
        public static class First
        {
            public static readonly long Start = Environment.TickCount64; public static void Touch() { }
        }
        """;

    public static TheoryData<string, string> Faults() =>
        new()
        {
            { "var at = DateTime.UtcNow;", Own("DateTime.UtcNow", "use context.CurrentUtcDateTime") },
            { "var at = Clock.Now;", Own("DateTime.Now", "use context.CurrentUtcDateTime") },
            { "var at = DateTimeOffset.UtcNow;", Own("DateTimeOffset.UtcNow", "use context.CurrentUtcDateTime") },
            {
                "var at = TimeProvider.System.GetUtcNow();",
                Own("TimeProvider.System", "use context.CurrentUtcDateTime")
            },
            {
                "var at = System.Diagnostics.Stopwatch.StartNew();",
                Own("Stopwatch.StartNew", "use context.CurrentUtcDateTime")
            },
            { "var id = Guid.NewGuid();", Own("Guid.NewGuid", "derive ids from what they name") },
            { "Func<Guid> make = Guid.NewGuid;", Own("Guid.NewGuid", "derive ids from what they name") },
            { "var n = new Random(1).Next();", Own("new Random", "derive the value from the input") },
            {
                "var n = System.Security.Cryptography.RandomNumberGenerator.GetInt32(9);",
                Own("RandomNumberGenerator.GetInt32", "derive the value from the input")
            },
            { "var home = Environment.MachineName;", Own("Environment.MachineName", "use an activity or the input") },
            {
                "var key = \"a\".GetHashCode();",
                Own("String.GetHashCode", "hash codes differ from process to process")
            },
            { "var text = File.ReadAllText(\"a\");", Own("File.ReadAllText", "use an activity") },
            { "var http = new HttpClient();", Own("new HttpClient", "use an activity") },
            { "Console.WriteLine(1);", Own("Console.WriteLine", "use an activity") },
            {
                "await Task.Delay(1000);",
                Own("Task.Delay", "await only what the context gives; use context.CreateTimer to wait")
            },
            { "await Task.Run(() => 1);", Own("Task.Run", "stay on the orchestrator's thread") },
            {
                "await context.CallActivityAsync<int>(\"A\", 1).ConfigureAwait(false);",
                Own("Task.ConfigureAwait", "stay on the orchestrator's thread")
            },
            { "new Thread(() => { }).Start();", Own("new Thread", "stay on the orchestrator's thread") },
            { "lock (context) { }", Own("lock", "stay on the orchestrator's thread") },
            {
                "using var later = new CancellationTokenSource(TimeSpan.FromSeconds(1));",
                Own("new CancellationTokenSource", "stay on the orchestrator's thread")
            },
            { "foreach (var one in new HashSet<string>()) { }", Own("HashSet", Ordered) },
            { "foreach (var one in new Dictionary<string, int>().Keys) { }", Own("KeyCollection", Ordered) },
            { "var first = new Dictionary<string, int>().First();", Own("Dictionary", Ordered) },
            { "int[] all = [.. new HashSet<int>()];", Own("HashSet", Ordered) },
            { "var n = Helper.Count;", Own("Helper.Count", "keep no state beside the history") },
            { "Helper.Set = 1;", Own("Helper.Set", "keep no state beside the history") },
            { "Helper.Kept.Add(1);", Own("Helper.Kept", "keep no state beside the history") },
            {
                "var log = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;",
                Own("NullLogger.Instance", "what it does cannot be followed; use an activity")
            },
            { "Nowhere.Call();", Own("Nowhere.Call()", "what the compiler does not know cannot be judged") },
            // Hidden: in a method that a method calls, in a task of ours, behind a delegate, an interface, a base
            // class, an initialiser, a type's first use.
            {
                "var at = Helper.Now();",
                Hidden(10, "DateTime.UtcNow", "use context.CurrentUtcDateTime", "O.RunAsync > Helper.Now > Helper.Deep")
            },
            {
                "await Helper.SaveAsync();",
                Hidden(11, "File.WriteAllText", "use an activity", "O.RunAsync > Helper.SaveAsync")
            },
            {
                "var some = new List<int>().Where(Helper.Lucky);",
                Hidden(12, "Random.Shared", "derive the value from the input", "O.RunAsync > Helper.Lucky")
            },
            {
                "IName name = null!; name.Name();",
                Hidden(15, "Environment.MachineName", "use an activity or the input", "O.RunAsync > Named.Name")
            },
            {
                "Shape shape = null!; shape.Sides();",
                Hidden(17, "Guid.NewGuid", "derive ids from what they name", "O.RunAsync > Square.Sides")
            },
            {
                "var made = new Made();",
                Hidden(18, "Guid.NewGuid", "derive ids from what they name", "O.RunAsync > Made")
            },
            {
                "First.Touch();",
                Hidden(19, "Environment.TickCount64", "use context.CurrentUtcDateTime", "O.RunAsync > First")
            },
        };

    private const string Ordered = "iterate over what has an order: a list, SortedDictionary, SortedSet";

    public static IReadOnlyList<string> Check(string code) =>
        DeterminismCheck.Run(
            OurCode.Of(
                ("seed.orchestrator.cs", Orchestrator.Replace("CODE", code, StringComparison.Ordinal)),
                ("Helper.cs", Helpers)
            )
        );

    private static string Own(string what, string instead) =>
        $"seed.orchestrator.cs(7): '{what}' is not deterministic in an orchestrator: {instead}. Reached by O.RunAsync.";

    private static string Hidden(int line, string what, string instead, string way) =>
        $"Helper.cs({line}): '{what}' is not deterministic in an orchestrator: {instead}. Reached by {way}.";
}
