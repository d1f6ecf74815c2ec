using System.ComponentModel;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Response.Channels.StatementPage;

public sealed class StatementPageSettings : IChannelSettings
{
    [Description("The product's own statement page with its Atom feed.")]
    public bool StatementPage { get; set; } = true;

    public bool IsSetUp => StatementPage;

    public IEnumerable<(string Setting, string Message)> Failures() => [];
}

/// <summary>The product's own public page with its Atom feed. The receipt is the statement's address.</summary>
public sealed class StatementPageChannel() : Channel<StatementPageSettings>(Id)
{
    public const string Id = "statement-page";

    public override IReadOnlyList<string> Tables => [StatementStore.Table];

    protected override ChannelPublisher Open(StatementPageSettings settings, ChannelTools tools)
    {
        var (statements, paths) = (new StatementStore(tools.Store), new SitePaths(tools.Settings.Site));
        return async (order, cancellation) =>
            new Delivery.Delivered(paths.Absolute(paths.Statement(await statements.AddAsync(order, cancellation))));
    }
}
