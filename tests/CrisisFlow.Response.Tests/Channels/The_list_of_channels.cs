using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Channels.TalkTrack;
using CrisisFlow.Response.Channels.Webhook;
using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Response.Tests.Channels;

public sealed class The_list_of_channels
{
    [Fact]
    public void Every_channel_has_a_name_of_its_own_that_playbooks_and_keys_can_write()
    {
        Assert.All(ChannelList.Names, name => Assert.Matches("^[a-z0-9-]{1,32}$", name));
        Assert.Equal(ChannelList.Names.Distinct(), ChannelList.Names);
    }

    [Fact]
    public void The_built_in_playbook_names_only_channels_there_are() =>
        Assert.Empty(PlaybookYaml.Read("built-in.yaml", BuiltInPlaybook.Yaml, ChannelList.Names).Problems);

    [Fact]
    public void A_playbook_that_names_another_channel_is_refused_with_those_there_are()
    {
        var yaml = BuiltInPlaybook.Yaml.Replace("channel: webhook", "channel: fax", StringComparison.Ordinal);

        var problem = PlaybookYaml.Read("own.yaml", yaml, ChannelList.Names).Problems.First();

        Assert.Equal("'fax' is not one of statement-page, talk-track, webhook, press-mail.", problem.Message);
    }

    [Fact]
    public void Only_the_channels_that_settings_set_up_are_opened()
    {
        var desk = new ChannelDesk();
        Assert.Equal(["statement-page", "talk-track"], ChannelList.SetUp(desk.Settings));

        desk.Settings.Channels.Of<TalkTrackSettings>().TalkTrack = false;
        desk.Settings.Channels.Of<WebhookSettings>().Webhooks = [new WebhookTarget()];

        Assert.Equal(["statement-page", "webhook"], ChannelList.SetUp(desk.Settings));
    }

    [Fact]
    public void A_playbook_is_fitted_to_the_channels_that_are_set_up()
    {
        var desk = new ChannelDesk();

        var fitted = InstalledChannels.Only(BuiltInPlaybook.Value, desk.Settings);

        Assert.Equal(["statement-page", "talk-track"], fitted.Execution.Channels.Order());
        Assert.All(fitted.Statements, text => Assert.Contains(text.Channel, fitted.Execution.Channels));
    }
}
