using System.Text.Json;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Orchestrations.Driver;
using CrisisFlow.Azure.Tests.Stories;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Azure.Tests.Orchestrations;

/// <summary>
/// What earlier versions left behind: journals, inputs and histories. The files are never rewritten; a version that
/// writes another
/// shape adds files. Set CRISISFLOW_WRITE_HISTORIES=1 to write the files of a new version.
/// </summary>
public sealed class RunningCasesSurviveADeployment
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests",
        "CrisisFlow.Azure.Tests",
        "Orchestrations",
        "LeftBehind"
    );

    public static TheoryData<string> Journals() => Files("*.journal.jsonl");

    public static TheoryData<string> Histories() => Files("*.history.txt");

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Journals))]
    public async Task Yesterdays_journal_folds_to_the_same_state(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, file));

        var state = lines.Select(CaseJson.ReadEvent).Aggregate(CaseDecider.Initial, CaseDecider.Evolve);

        var expected = await File.ReadAllTextAsync(
            Path.Combine(Folder, file.Replace(".journal.jsonl", ".state.txt", StringComparison.Ordinal))
        );
        Assert.Equal(expected.Trim(), Describe(state));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Histories))]
    public async Task Yesterdays_history_replays_with_todays_orchestrator_and_goes_on(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, file));
        var now = StoryCase.At(9, 45);
        var calls = new List<string>();
        var driver = new OrchestrationDriver(
            CaseOrchestrator.Name,
            "case-1",
            CaseOrchestrator.RunAsync,
            CallAsync,
            () => now
        );

        await driver.ResumeAsync(lines[0], HistoryFile.Read(lines[1..]));
        driver.Raise(CaseOrchestrator.Signal, "\"\"");
        await driver.RunAsync();

        Assert.Equal([CaseActivities.Advance], calls);

        Task<string> CallAsync(string activity, string input)
        {
            calls.Add(activity);
            return Task.FromResult(
                JsonSerializer.Serialize(new CaseStand(99, "Approval", StoryCase.At(18), [], false), ReplayContext.Json)
            );
        }
    }

    [Fact]
    public void The_oldest_input_is_still_read()
    {
        var run = JsonSerializer.Deserialize<CaseRun>("""{"caseId":"case-1"}""", ReplayContext.Json)!;

        Assert.Equal(("case-1", 1, 0L, 0), (run.CaseId, run.Version, run.Events, run.Retries.Count));
    }

    [Fact(Timeout = 120_000)]
    public async Task Files_of_this_version_are_written_on_demand()
    {
        var azure = new AzureStory(new());
        await Storyline.ToApprovalAsync(azure);
        await azure.UntilAsync(StoryCase.At(9, 40));
        var journal = (await azure.JournalAsync())
            .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .ToList();
        var history = HistoryFile.Write(azure.Run.History).ToList();
        Assert.NotEmpty(journal);
        Assert.Equal(azure.Run.History, HistoryFile.Read(history));

        if (Environment.GetEnvironmentVariable("CRISISFLOW_WRITE_HISTORIES") != "1")
            return;
        var name = Path.Combine(Folder, $"approval.v{new CaseRun("case-1").Version}");
        await File.WriteAllLinesAsync(name + ".journal.jsonl", journal);
        await File.WriteAllTextAsync(name + ".state.txt", Describe(await azure.StateAsync()) + "\n");
        await File.WriteAllLinesAsync(name + ".history.txt", [azure.Run.Input, .. history]);
    }

    private static TheoryData<string> Files(string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Folder, pattern)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    private static string Describe(CaseState state) =>
        state is CaseState.Open open
            ? $"{open.Phase.Name} since {open.Phase.Since:O}, {open.File.Events} events, {open.File.Versions.Count} "
                + $"versions, round {open.File.Rounds[^1].Number} open: {open.File.Rounds[^1].IsOpen}, next "
                + $"{CaseDecider.NextDeadline(state):O}"
            : state.ToString();
}
