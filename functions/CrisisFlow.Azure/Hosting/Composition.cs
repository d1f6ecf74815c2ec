using Azure.Core;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using CrisisFlow.App.Composition;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Mail;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Storage;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Web;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Puts the product together on Azure's services.</summary>
internal static class Composition
{
    /// <summary>Longest wait for one answer of SendGrid.</summary>
    private static readonly TimeSpan MailTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Longer than the longest answer we wait for, of a webhook or of SendGrid.</summary>
    public static readonly TimeSpan ActionClaimLength = TimeSpan.FromMinutes(2);

    /// <summary>The product's tables and this host's own.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. StoredTables.All, EventTopic.Table, StageStore.Table];

    /// <summary>The app's managed identity; on a developer's machine the developer's own login.</summary>
    public static TokenCredential Credential(string? clientId) =>
        new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });

    /// <summary>What this host adds to the product.</summary>
    public static IServiceCollection AddAzureHost(
        this IServiceCollection services,
        StartSettings start,
        TimeProvider time
    )
    {
        var (settings, connections, keys, playbooks, _) = start;
        var credential = Credential(connections.ClientId);
        return services
            .AddCrisisFlow(settings)
            .AddSingleton(time)
            .AddSingleton(keys)
            .AddSingleton(playbooks)
            .AddSingleton(new ActionClaim(ActionClaimLength))
            .AddSingleton(new TeamAdmission(connections.SignIn))
            .AddSingleton<ITeamAdmission>(all => all.GetRequiredService<TeamAdmission>())
            .AddSingleton<IFunctionMetadataTransformer, SignInMetadata>()
            .AddSingleton<IEntityStore>(_ => TableClients.Create(connections.Tables, credential))
            .AddSingleton(_ => new ServiceBusClient(connections.ServiceBus, credential, Bus.Options()))
            .AddSingleton<IMentionQueue>(all => new ServiceBusMentionQueue(
                all.GetRequiredService<ServiceBusClient>().CreateSender(ServiceBusMentionQueue.Name),
                time
            ))
            .AddKeyedSingleton<IMailTransport>(
                MailTransports.Outside,
                (_, _) => new SendGridTransport(Mailer(connections), settings.Mail.SandboxMode, time)
            )
            // A drill's mails are checked by SendGrid and delivered to nobody.
            .AddKeyedSingleton<IMailTransport>(
                MailTransports.Drill,
                (_, _) => new SendGridTransport(Mailer(connections), sandbox: true, time)
            )
            .AddSingleton<DurableCaseHost>()
            .AddSingleton<ICaseHost>(all => all.GetRequiredService<DurableCaseHost>())
            .AddSingleton(all => new EventTopic(
                all.GetRequiredService<IEntityStore>(),
                all.GetRequiredService<ServiceBusClient>().CreateSender(EventTopic.Name),
                time,
                all.GetRequiredService<ILogger<EventTopic>>()
            ))
            .AddSingleton<StageStore>()
            .AddSingleton<StageRunner>()
            .AddSingleton<CaseAnnouncer>()
            .AddSingleton<WarningAnnouncer>()
            .AddHostedService(all => new TablesAtStart(
                all.GetRequiredService<IEntityStore>(),
                Tables,
                all.GetRequiredService<TopicRegister>().SettleAsync,
                connections.Tables.ServiceUri?.ToString() ?? "Azurite",
                time,
                all.GetRequiredService<ILogger<TablesAtStart>>()
            ));
    }

    private static SendGridClient Mailer(ConnectionSettings connections) =>
        new(
            new HttpClient { Timeout = MailTimeout },
            new SendGridClientOptions { ApiKey = connections.SendGridKey, Host = connections.SendGridHost }
        );
}
