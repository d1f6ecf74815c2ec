using CrisisFlow.App.Health;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Web;
using CrisisFlow.Web.Team;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App;

/// <summary>Hands the pages what they show.</summary>
public static class SiteServices
{
    /// <param name="outbox">Folder with the mails a host without a mail server wrote; null when mail really goes out.</param>
    public static IServiceCollection AddSite(this IServiceCollection services, string? outbox) =>
        services.AddSingleton(all => new Site(Parts(all, outbox)));

    private static SiteParts Parts(IServiceProvider all, string? outbox)
    {
        var settings = all.GetRequiredService<CrisisFlowSettings>();
        var warnings = new TopicWarnings(all.GetRequiredService<WarningJournal>(), all.GetRequiredService<TopicSet>(), settings);
        var charts = ActivatorUtilities.CreateInstance<Charts>(all);
        return new SiteParts
        {
            Settings = settings,
            Time = all.GetRequiredService<TimeProvider>(),
            Store = all.GetRequiredService<IEntityStore>(),
            Links = all.GetRequiredService<LinkSigner>(),
            Journal = all.GetRequiredService<CaseJournal>(),
            Signals = all.GetRequiredService<CaseSignals>(),
            Cases = all.GetRequiredService<ICaseHost>(),
            OutboxFolder = outbox,
            Health = _ => Task.FromResult(HealthJson.Write(all.GetRequiredService<StageHealth>(), settings.Stages.Heartbeat)),
            Warnings = warnings.Desk(),
            Sources = cancellation => SourcesAsync(all, settings, cancellation),
            History = charts.ForPages(),
            Talk = all.GetRequiredService<TalkReader>().ReadAsync,
            Lessons = all.GetRequiredService<LessonReader>().ReadAsync,
            Mentions = new PushedMentions(all.GetRequiredService<PushIntake>().TakeAsync, settings).HandleAsync,
            Logger = all.GetRequiredService<ILogger<Site>>(),
        };
    }

    private static async Task<IReadOnlyList<SourceLine>> SourcesAsync(IServiceProvider all, CrisisFlowSettings settings, CancellationToken cancellation)
    {
        var known = (await all.GetRequiredService<SourceHealthStore>().AllAsync(cancellation)).ToDictionary(h => h.Source, StringComparer.OrdinalIgnoreCase);
        var pushed = await all.GetRequiredService<PushedSources>().AllAsync(cancellation);
        return [.. settings.Sources.Select(s => SourceLines.Of(s, known.GetValueOrDefault(s.Name))), .. pushed.Select(SourceLines.Of)];
    }
}
