using CrisisFlow.Response.Channels;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Testing;

namespace CrisisFlow.Settings.Tests.Playbooks;

public sealed class The_schema_of_playbooks
{
    [Fact]
    public void Is_what_the_reader_reads() =>
        Generated.IsUpToDate("crisisflow.playbook.schema.json", Generated.Json(PlaybookYaml.Schema(ChannelList.Names)));

    [Fact]
    public void The_page_of_playbooks_lists_every_field() =>
        Generated.IsUpToDate("docs/playbooks.md", "fields", PlaybookTables.Of(PlaybookYaml.Schema(ChannelList.Names)));
}
