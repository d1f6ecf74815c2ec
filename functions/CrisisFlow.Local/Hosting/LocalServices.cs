using CrisisFlow.App.Composition;
using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web;

namespace CrisisFlow.Local.Hosting;

/// <summary>What this host adds to the product.</summary>
internal static class LocalServices
{
    public static IServiceCollection AddLocalHost(
        this IServiceCollection services,
        LocalOptions options,
        IEntityStore store
    )
    {
        var outbox = Path.Combine(options.DataFolder, "outbox");
        var toFolder = options.Mail is null && options.Settings.Mail.Transport == MailTransportKind.Outbox;
        return services
            .AddCrisisFlow(options.Settings)
            .AddSingleton(new OutboxFolder(toFolder ? outbox : null))
            .AddSingleton<ITeamAdmission, LocalAdmission>()
            .AddSingleton(options.Time)
            .AddSingleton(store)
            .AddSingleton(options.Playbooks)
            .AddSingleton(LinkKeyFile.Load(options.Settings.Links, options.DataFolder))
            .AddKeyedSingleton(
                MailTransports.Outside,
                options.Mail
                    ?? (
                        toFolder
                            ? new OutboxTransport(outbox, options.Time)
                            : new SmtpTransport(options.Settings.Mail.Smtp, TimeProvider.System)
                    )
            )
            .AddKeyedSingleton<IMailTransport>(
                MailTransports.Drill,
                new OutboxTransport(toFolder ? outbox : Path.Combine(options.DataFolder, "drill-outbox"), options.Time)
            )
            .AddSingleton<HostStages>()
            .AddSingleton<WokenCases>();
    }
}
