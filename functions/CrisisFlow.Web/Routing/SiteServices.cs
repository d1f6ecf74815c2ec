using System.Diagnostics;
using CrisisFlow.Presentation;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Settings;
using CrisisFlow.Web.Api;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Charts;
using CrisisFlow.Web.Links;
using CrisisFlow.Web.Silences;
using CrisisFlow.Web.Sources;
using CrisisFlow.Web.Warnings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrisisFlow.Web.Routing;

/// <summary>Registers what the pages are made of.</summary>
public static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddRouting(routing => routing.SetParameterPolicy<CaseIdConstraint>("case"));
        // A web host brings one; a host of functions need not.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        services.TryAddSingleton(OutboxFolder.None);
        return services
            .AddApiDocument()
            .AddSingleton(all => new SitePaths(all.GetRequiredService<CrisisFlowSettings>().Site))
            .AddSingleton<SitePipeline>()
            .AddSingleton<Viewers>()
            .AddSingleton<StatementStore>()
            .AddSingleton<TopicHours>()
            .AddSingleton<NewestWarnings>()
            .AddSingleton<TopicView>()
            .AddSingleton<WarningDismissal>()
            .AddSingleton<CaseView>()
            .AddSingleton<SourceList>()
            .AddSingleton<SilencesPage>()
            .AddSingleton<SilenceChange>()
            .AddSingleton<PushAdmission>()
            .AddSingleton<BadLinkLimit>()
            .AddSingleton<LinkGate>()
            .AddSingleton<DismissalPage>()
            .AddSingleton<LinkPage>()
            .AddSingleton<LinkDecision>();
    }
}
