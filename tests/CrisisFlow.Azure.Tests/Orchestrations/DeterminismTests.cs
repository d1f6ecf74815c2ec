namespace CrisisFlow.Azure.Tests.Orchestrations;

public sealed class DeterminismTests
{
    private const string Sound = """
        public static class O
        {
            // DateTime.Now in a comment and "Guid.NewGuid" in a string are nobody's business.
            public static async Task RunAsync(TaskOrchestrationContext context)
            {
                var list = new SortedDictionary<string, int>();
                await context.CallActivityAsync("Guid.NewGuid()", list);
                await WaitAsync(context);
            }

            private static async Task WaitAsync(TaskOrchestrationContext context) => await Task.WhenAny(context.CreateTimer(at, default));
        }
        """;

    public static TheoryData<string> Orchestrators() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure"), "*.orchestrator.cs", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void An_orchestrator_is_deterministic_and_at_most_80_lines(string file)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure", "Orchestrations", file));

        Assert.Empty(DeterminismCheck.Read(file, source));
        Assert.InRange(source.AsSpan().Count('\n'), 1, 80);
    }

    [Fact]
    public void A_file_that_takes_the_context_is_named_as_an_orchestrator()
    {
        var others = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => !path.EndsWith(".orchestrator.cs", StringComparison.Ordinal) && File.ReadAllText(path).Contains("TaskOrchestrationContext", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void A_sound_orchestrator_passes() => Assert.Empty(DeterminismCheck.Read("sound", Sound));

    [Theory]
    [InlineData("var at = DateTime.UtcNow;", "bad(8): 'DateTime.UtcNow' is not deterministic in an orchestrator: use context.CurrentUtcDateTime.")]
    [InlineData("var at = DateTimeOffset.Now;", "bad(8): 'DateTimeOffset.Now' is not deterministic in an orchestrator: use context.CurrentUtcDateTime.")]
    [InlineData("var at = TimeProvider.System.GetUtcNow();", "bad(8): 'TimeProvider' is not deterministic in an orchestrator: use context.CurrentUtcDateTime.")]
    [InlineData("var id = Guid.NewGuid();", "bad(8): 'Guid.NewGuid' is not deterministic in an orchestrator: derive ids from what they name.")]
    [InlineData("var n = new Random().Next();", "bad(8): 'Random' is not deterministic in an orchestrator: derive the value from the input.")]
    [InlineData("var text = File.ReadAllText(path);", "bad(8): 'File' is not deterministic in an orchestrator: use an activity.")]
    [InlineData("var http = new HttpClient();", "bad(8): 'HttpClient' is not deterministic in an orchestrator: use an activity.")]
    [InlineData("await Task.Delay(1000);", "bad(8): 'Task.Delay' is not deterministic in an orchestrator: await only what the context gives; use context.CreateTimer to wait.")]
    [InlineData("await lost.CancelAsync();", "bad(8): '.CancelAsync(' is not deterministic in an orchestrator: stay on the orchestrator's thread.")]
    [InlineData("foreach (var one in new HashSet<string>()) {}", "bad(8): 'HashSet' is not deterministic in an orchestrator: iterate over what has an order: a list, SortedDictionary, SortedSet.")]
    [InlineData("foreach (var one in all.ToDictionary(a => a)) {}", "bad(8): '.ToDictionary(' is not deterministic in an orchestrator: iterate over what has an order: a list, SortedDictionary, SortedSet.")]
    [InlineData("await store.GetAsync(key);", "bad(8): 'await store' is not deterministic in an orchestrator: await only what the context gives.")]
    [InlineData("var home = Environment.MachineName;", "bad(8): 'Environment.' is not deterministic in an orchestrator: use an activity or the input.")]
    [InlineData("var key = name.GetHashCode();", "bad(8): 'GetHashCode' is not deterministic in an orchestrator: hash codes differ from process to process.")]
    public void Every_seeded_fault_is_found_at_its_line(string fault, string message) =>
        Assert.Contains(message, DeterminismCheck.Read("bad", Sound.Replace("await WaitAsync(context);", fault, StringComparison.Ordinal)));
}
