using System.Globalization;
using System.Text.Json.Nodes;
using CrisisFlow.Response.Channels;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Settings.Tests.Playbooks;

public sealed class The_schema_of_playbooks
{
    [Fact]
    public void Is_what_the_reader_reads() =>
        Generated.IsUpToDate("crisisflow.playbook.schema.json", Generated.Json(PlaybookYaml.Schema(ChannelList.Names)));

    [Fact]
    public void The_page_of_playbooks_lists_every_field() =>
        Generated.IsUpToDate("docs/playbooks.md", "fields", PlaybookTables.Of(PlaybookYaml.Schema(ChannelList.Names)));

    [Fact]
    public void Holds_for_the_built_in_playbook() =>
        Assert.Empty(Schemas.Failures("crisisflow.playbook.schema.json", YamlAsJson(BuiltInPlaybook.Yaml)));

    [Fact]
    public void Refuses_a_field_that_is_not_known() =>
        Assert.NotEmpty(
            Schemas.Failures("crisisflow.playbook.schema.json", YamlAsJson(BuiltInPlaybook.Yaml + "\ncolour: red\n"))
        );

    /// <summary>As an editor reads it: plain numbers and words are what they look like.</summary>
    private static JsonNode? YamlAsJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Of(stream.Documents[0].RootNode);

        static JsonNode? Of(YamlNode node) =>
            node switch
            {
                YamlMappingNode map => new JsonObject(
                    map.Children.Select(one => KeyValuePair.Create(((YamlScalarNode)one.Key).Value!, Of(one.Value)))
                ),
                YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
                YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(
                    flag.Value == "true"
                ),
                YamlScalarNode { Style: ScalarStyle.Plain } plain
                    when double.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(
                    number
                ),
                YamlScalarNode text => JsonValue.Create(text.Value),
                _ => null,
            };
    }
}
