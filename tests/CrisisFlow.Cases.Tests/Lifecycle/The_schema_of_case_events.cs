using System.Text.Json.Nodes;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing;

namespace CrisisFlow.Cases.Tests.Lifecycle;

/// <summary>crisisflow.case-events.schema.json: one line of a case's journal, see docs/case-events.md.</summary>
public sealed class The_schema_of_case_events
{
    private const string File = "crisisflow.case-events.schema.json";

    [Fact]
    public void Is_what_the_code_writes() =>
        Generated.IsUpToDate(
            File,
            Generated.Json(ContractSchema.Of(CaseJsonContext.Default.CaseEvent, "CrisisFlow case event"))
        );

    [Fact]
    public void Holds_for_every_recorded_event()
    {
        var lines = System.IO.File.ReadAllLines(
            Path.Combine(RepositoryRoot.Path, "tests", "CrisisFlow.Cases.Tests", "Lifecycle", "journal-1.jsonl")
        );
        Assert.True(lines.Length > 40);
        Assert.All(lines, line => Assert.Empty(Schemas.Failures(File, JsonNode.Parse(line))));
    }

    [Fact]
    public void Refuses_an_event_that_no_version_wrote() =>
        Assert.NotEmpty(
            Schemas.Failures(
                File,
                JsonNode.Parse("""{"event":"phase-entered","phase":"Lunch","at":"2026-03-02T09:00:00+00:00"}""")
            )
        );
}
