using Azure.Core;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using CrisisFlow.App;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Mail;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Storage;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
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

    /// <summary>Longer than the longest answer we wait for, of a webhook or of SendGrid; so long waits what was begun by an instance that died.</summary>
    public static readonly TimeSpan ActionClaim = TimeSpan.FromMinutes(2);

    /// <summary>The product's tables and this host's own.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. Product.Tables, EventTopic.Table, StageStore.Table];

    /// <summary>The app's managed identity; on a developer's machine the developer's own login.</summary>
    public static TokenCredential Credential(string? clientId) => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });

    public static IServiceCollection AddCrisisFlow(this IServiceCollection services, StartSettings start, TimeProvider time)
    {
        var (settings, connections, keys, playbooks, _) = start;
        var credential = Credential(connections.ClientId);
        services.AddSingleton(time);
        services.AddSingleton(settings);
        services.AddSingleton(new TeamAdmission(connections.SignIn));
        services.AddSingleton<IFunctionMetadataTransformer, SignInMetadata>();
        services.AddSingleton<IEntityStore>(_ => TableClients.Create(connections.Tables, credential));
        services.AddSingleton(_ => new ServiceBusClient(connections.ServiceBus, credential, Bus.Options()));
        services.AddSingleton<IMentionQueue>(all => new ServiceBusMentionQueue(all.GetRequiredService<ServiceBusClient>().CreateSender(ServiceBusMentionQueue.Name), time));
        services.AddSingleton(all => new EventTopic(all.GetRequiredService<IEntityStore>(), all.GetRequiredService<ServiceBusClient>().CreateSender(EventTopic.Name), time, all.GetRequiredService<ILogger<EventTopic>>()));
        services.AddSingleton<IMailTransport>(_ => new SendGridTransport(Mailer(connections), settings.Mail.SandboxMode, time));
        services.AddSingleton(all => new DurableCaseHost(new CaseStep(all.GetRequiredService<IEntityStore>()), time, all.GetRequiredService<ILogger<DurableCaseHost>>()));
        services.AddSingleton(all => new Product(new ProductPorts
        {
            Settings = settings,
            Time = time,
            Store = all.GetRequiredService<IEntityStore>(),
            Mail = all.GetRequiredService<IMailTransport>(),
            // A drill's mails are checked by SendGrid and delivered to nobody.
            DrillMail = new SendGridTransport(Mailer(connections), sandbox: true, time),
            Keys = keys,
            Playbooks = playbooks,
            Cases = all.GetRequiredService<DurableCaseHost>(),
            Queue = all.GetRequiredService<IMentionQueue>(),
            ActionClaim = ActionClaim,
            Logs = all.GetRequiredService<ILoggerFactory>(),
        }));
        services.AddSingleton(all => all.GetRequiredService<Product>().Site);
        services.AddSingleton(all => all.GetRequiredService<Product>().Step);
        services.AddSingleton(all => all.GetRequiredService<Product>().Actions);
        services.AddSingleton(all => all.GetRequiredService<Product>().Scoring);
        services.AddSingleton(all => new StageRunner(all.GetRequiredService<Product>().StageHealth, new StageStore(all.GetRequiredService<IEntityStore>()), time, all.GetRequiredService<ILogger<StageRunner>>()));
        services.AddSingleton(all => new CaseAnnouncer(all.GetRequiredService<EventTopic>(), all.GetRequiredService<Product>().Journal, settings));
        services.AddSingleton(all => new WarningAnnouncer(all.GetRequiredService<EventTopic>(), all.GetRequiredService<Product>().Warnings, settings, all.GetRequiredService<ILogger<WarningAnnouncer>>()));
        services.AddHostedService(all => new TablesAtStart(
            all.GetRequiredService<IEntityStore>(), Tables, connections.Tables.ServiceUri?.ToString() ?? "Azurite", time, all.GetRequiredService<ILogger<TablesAtStart>>()));
        return services;
    }

    private static SendGridClient Mailer(ConnectionSettings connections) =>
        new(new HttpClient { Timeout = MailTimeout }, new SendGridClientOptions { ApiKey = connections.SendGridKey, Host = connections.SendGridHost });
}
