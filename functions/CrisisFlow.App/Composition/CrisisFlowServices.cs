using CrisisFlow.App.Health;
using CrisisFlow.App.Housekeeping;
using CrisisFlow.App.Stages;
using CrisisFlow.App.Telemetry;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Monitoring.Polling;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response;
using CrisisFlow.Response.Actions;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Response.Warnings;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web;
using CrisisFlow.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrisisFlow.App.Composition;

/// <summary>Registers everything that both hosts share.</summary>
/// <remarks>
/// A host adds its own: <see cref="TimeProvider"/>, <see cref="IEntityStore"/>, the transports of
/// <see cref="MailTransports"/>, <see cref="LinkKeys"/>, <see cref="ITeamAdmission"/> and the playbooks; where it
/// keeps one, an <see cref="OutboxFolder"/>; and where this process is not to do it, <see cref="IMentionQueue"/>,
/// <see cref="ICaseHost"/> and an <see cref="ActionClaim"/>.
/// </remarks>
public static class CrisisFlowServices
{
    private const string Webhooks = "webhooks";

    /// <exception cref="SettingsException">A header asks for a variable that the environment lacks.</exception>
    public static IServiceCollection AddCrisisFlow(this IServiceCollection services, CrisisFlowSettings settings)
    {
        SettingsInCode.Fill(settings);
        return services
            .AddSingleton(settings)
            .AddWaysOut(settings)
            .AddMonitoring(settings)
            .AddWarnings()
            .AddCases()
            .AddStages()
            .AddSite();
    }

    private static IServiceCollection AddWaysOut(this IServiceCollection services, CrisisFlowSettings settings) =>
        services
            .AddSingleton(new GuardOptions { AllowHosts = settings.Fetch.AllowHosts })
            .AddSingleton<Fetcher>()
            .AddKeyedSingleton(
                Webhooks,
                (all, _) =>
                {
                    var guard = all.GetRequiredService<GuardOptions>();
                    return new HttpClient(GuardedHttp.CreateHandler(guard)) { Timeout = guard.Total };
                }
            )
            .AddSingleton<IMailTransport, CountedMail>()
            .AddSingleton<LinkSigner>()
            .AddSingleton<MailLinks>();

    private static IServiceCollection AddMonitoring(this IServiceCollection services, CrisisFlowSettings settings) =>
        services
            .AddSingleton(all =>
            {
                var pipeline = new Pipeline(
                    all.GetRequiredService<IEntityStore>(),
                    settings,
                    all.GetRequiredService<TimeProvider>(),
                    all.GetService<IMentionQueue>()
                );
                pipeline.Scoring.Stored += ProductTelemetry.Stored;
                pipeline.Evaluation.Happened += ProductTelemetry.Happened;
                return pipeline;
            })
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Topics)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Buckets)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Scoring)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Warnings)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Index)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Evaluation)
            .AddSingleton(all => all.GetRequiredService<Pipeline>().Sight)
            .AddSingleton<TopicRegister>()
            .AddSingleton<MentionStore>()
            .AddSingleton<SourceHealthStore>()
            .AddSingleton(all => new SourceSight(all.GetRequiredService<SourceHealthStore>(), settings.Sources))
            .AddSingleton<PushedSources>()
            .AddSingleton<PushIntake>()
            .AddSingleton<UnreadTalk>()
            .AddSingleton<EffectReader>()
            .AddSingleton<TalkReader>()
            .AddSingleton(all => new Poller(
                settings.Sources,
                all.GetRequiredService<Fetcher>(),
                all.GetRequiredService<SourceHealthStore>(),
                (source, document, cancellation) =>
                    all.GetRequiredService<Pipeline>()
                        .TakeAsync(source.Name, _ => source.Category, document.Items, cancellation),
                settings.Brand.Zone()
            ));

    private static IServiceCollection AddWarnings(this IServiceCollection services) =>
        services
            .AddSingleton<WarningMails>()
            .AddSingleton<WarningCases>()
            .AddSingleton<WarningActionRunner>()
            .AddSingleton<LessonReader>();

    private static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.TryAddSingleton(ActionClaim.None);
        services.TryAddSingleton<ICaseHost>(all => all.GetRequiredService<CaseRunner>());
        return services
            .AddSingleton<CaseJournal>()
            .AddSingleton<CaseSignals>()
            .AddSingleton<CaseStep>()
            .AddSingleton<CaseSweep>()
            .AddSingleton<CaseMails>()
            .AddSingleton(all =>
                ChannelList.Open(
                    new ChannelTools(
                        all.GetRequiredService<CrisisFlowSettings>(),
                        all.GetRequiredService<IEntityStore>(),
                        all.GetRequiredService<IMailTransport>(),
                        all.GetRequiredKeyedService<HttpClient>(Webhooks),
                        all.GetRequiredService<TimeProvider>()
                    )
                )
            )
            .AddSingleton<ICaseActionPerformer, CaseMailSender>()
            .AddSingleton<ICaseActionPerformer, StatementPublisher>()
            .AddSingleton<ICaseActionPerformer, EffectMeasurer>()
            .AddSingleton<CaseActionRunner>()
            .AddSingleton<CaseRunner>();
    }

    private static IServiceCollection AddStages(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<StagesCheck>("stages")
            .Services.AddSingleton<StageHealth>()
            .AddSingleton<Notices>()
            .AddSingleton<PollRound>()
            .AddSingleton<EvaluationRound>()
            .AddSingleton<Heartbeat>()
            .AddSingleton(all => new Retention(
                all.GetRequiredService<IEntityStore>(),
                [.. all.GetRequiredService<TopicSet>().All.Select(topic => topic.Id)],
                all.GetRequiredService<CrisisFlowSettings>().Retention,
                all.GetRequiredService<TimeProvider>()
            ));
}
