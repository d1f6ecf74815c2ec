using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Testing;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>crisisflow.events.schema.json: a message on the topic "events", see docs/events.md.</summary>
public sealed class The_schema_of_published_events
{
    private const string File = "crisisflow.events.schema.json";

    [Fact]
    public void Is_what_the_code_writes() =>
        Generated.IsUpToDate(
            File,
            Generated.Json(ContractSchema.Of(EventMessageContext.Default.EventMessage, "CrisisFlow event"))
        );

    [Fact]
    public void Holds_for_the_example_of_the_page()
    {
        var page = System
            .IO.File.ReadAllText(Path.Combine(Repository.Root, "docs", "events.md"))
            .ReplaceLineEndings("\n");
        var example = page.Split("```json\n")[1].Split("```")[0];

        Assert.Empty(Schemas.Failures(File, JsonNode.Parse(example)));
    }

    [Fact]
    public void Holds_for_a_warning_and_not_for_a_message_without_its_type()
    {
        var message = new EventMessage(
            "warning-acme-3",
            "warning",
            "raised",
            3,
            DateTimeOffset.UnixEpoch,
            null,
            "acme",
            "red",
            null,
            71.5,
            "GraveEvent",
            "Acme cooker catches fire",
            IsDrill: false,
            "https://crisis.example.com/warnings/acme"
        );
        var json = JsonSerializer.SerializeToNode(message, EventMessageContext.Default.EventMessage)!.AsObject();
        Assert.Empty(Schemas.Failures(File, json));

        json.Remove("type");

        Assert.NotEmpty(Schemas.Failures(File, json));
    }
}
