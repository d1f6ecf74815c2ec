namespace CrisisFlow.Azure.Tests.Orchestrations.Determinism;

public sealed class DeterminismTests
{
    [Fact]
    public void Nothing_that_an_orchestrator_may_run_depends_on_more_than_its_history()
    {
        var found = DeterminismCheck.Run(OurCode.OfTheProduct(), out var reached);

        Assert.Empty(found);
        // It is not sound for want of looking: these stand in other files and are reached by a call, a delegate and an
        // initialiser.
        Assert.Contains("CaseOrchestrator.WaitAsync", reached);
        Assert.Contains("CaseRetry.CanHelp", reached);
        Assert.Contains("CaseRun.get_Retries", reached);
    }

    public static TheoryData<string> Orchestrators() =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure"),
                    "*.orchestrator.cs",
                    SearchOption.AllDirectories
                )
                .Select(Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void An_orchestrator_has_at_most_80_lines(string file) =>
        Assert.InRange(
            File.ReadAllText(Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure", "Orchestrations", file))
                .AsSpan()
                .Count('\n'),
            1,
            80
        );

    [Fact]
    public void A_file_that_takes_the_context_is_named_as_an_orchestrator()
    {
        var others = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "functions", "CrisisFlow.Azure"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Where(path =>
                !path.EndsWith(".orchestrator.cs", StringComparison.Ordinal)
                && File.ReadAllText(path).Contains("TaskOrchestrationContext", StringComparison.Ordinal)
            );

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// DateTime.Now in a comment and \"Guid.NewGuid()\" in a string are nobody's business.\n")]
    [InlineData("var now = context.CurrentUtcDateTime;")]
    [InlineData(
        "await Task.WhenAny(context.CreateTimer(context.CurrentUtcDateTime, default), "
            + "context.WaitForExternalEvent<string>(\"s\"));"
    )]
    [InlineData("foreach (var one in new SortedDictionary<string, int>()) Helper.Use(one.Value);")]
    [InlineData("using var lost = new CancellationTokenSource(); lost.Cancel();")]
    [InlineData("var known = new Dictionary<string, int> { [\"a\"] = 1 }; Helper.Use(known[\"a\"]);")]
    [InlineData("Helper.Use(Helper.Fixed.Length + Helper.Never.Compare(\"a\", \"b\"));")]
    public void What_is_sound_passes(string code) => Assert.Empty(Seeded.Check(code));

    [Theory]
    [MemberData(nameof(Seeded.Faults), MemberType = typeof(Seeded))]
    public void Every_seeded_fault_is_found_with_its_place_and_the_way_to_it(string code, string message) =>
        Assert.Contains(message, Seeded.Check(code));
}
