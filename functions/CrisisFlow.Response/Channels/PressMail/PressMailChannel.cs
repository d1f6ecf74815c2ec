using System.ComponentModel;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels.PressMail;

public sealed class PressMailSettings : IChannelSettings
{
    [Description("Press addresses that receive every published statement by mail.")]
    public List<string> PressList { get; set; } = [];

    public bool IsSetUp => PressList.Count > 0;

    public IEnumerable<(string Setting, string Message)> Failures() =>
        PressList
            .Index()
            .Where(one => !MailForm.IsAddress(one.Item))
            .Select(one => ($"pressList[{one.Index}]", $"'{one.Item}' is not a mail address."));
}

/// <summary>A mail to every address of the press list.</summary>
public sealed class PressMailChannel() : Channel<PressMailSettings>(Id)
{
    public const string Id = "press-mail";

    protected override ChannelPublisher Open(PressMailSettings settings, ChannelTools tools) =>
        new PressMailClient(tools.Mail, tools.Receipts, tools.Settings).PublishAsync;
}
