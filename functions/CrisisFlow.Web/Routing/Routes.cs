using CrisisFlow.Web.Api;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Files;
using CrisisFlow.Web.Home;
using CrisisFlow.Web.Learning;
using CrisisFlow.Web.Links;
using CrisisFlow.Web.Listening;
using CrisisFlow.Web.Outbox;
using CrisisFlow.Web.Silences;
using CrisisFlow.Web.Sources;
using CrisisFlow.Web.Statements;
using CrisisFlow.Web.Warnings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrisisFlow.Web.Routing;

/// <summary>Every page there is, one line each.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder site)
    {
        // Open to everybody: what a link leads to, what was published, and the machine's own routes.
        var open = site.MapGroup("").ExcludeFromDescription();
        open.MapPage("/l/{token}", LinkPage.ShowAsync);
        open.MapPost("/l/{token}", LinkPage.DecideAsync);
        open.MapPage("/statements", StatementsPage.ShowAsync);
        open.MapPage("/statements/feed.atom", StatementFeed.ShowAsync);
        open.MapPage("/statements/{slug}", StatementPage.ShowAsync);
        open.MapPage("/style.css", StyleSheet.Show);
        open.MapPage("/robots.txt", Robots.Show);

        open.MapPage("/openapi/v1.json", ApiDocument.ShowAsync);
        site.MapPage("/health", HealthEndpoint.ShowAsync).DescribeHealth();
        site.MapPost("/mentions", PushEndpoint.TakeAsync).DescribePush();

        // For those the host admits.
        var team = site.MapGroup("").ExcludeFromDescription().AddEndpointFilter<TeamOnly>();
        team.MapPage("/", HomePage.ShowAsync);
        team.MapPage("/cases", CasesPage.ShowAsync);
        team.MapPage("/cases/{id:case}", CasePage.ShowAsync);
        team.MapPage("/cases/{id:case}/report", CaseReportPage.ShowAsync);
        team.MapPage("/talk-track/{id:case}", TalkTrackPage.ShowAsync);
        team.MapPage("/warnings", WarningsPage.ShowAsync);
        team.MapPage("/warnings/{topic}", TopicPage.ShowAsync);
        team.MapPost("/warnings/{topic}", WarningDismissal.TakeAsync);
        team.MapPage("/topics/{topic}", TalkPage.ShowAsync);
        team.MapPage("/learning", LearningPage.ShowAsync);
        team.MapPage("/sources", SourcesPage.ShowAsync);
        team.MapPage("/silences", SilencesPage.ShowAsync);
        team.MapPost("/silences", SilenceChange.TakeAsync);
        team.MapPage("/outbox", OutboxPage.Show);
        team.MapPage("/outbox/{name}", MailPage.Show);
        team.MapPage("/outbox/{name}/html", MailFrame.Show);
    }

    /// <summary>A page is looked at: HEAD works wherever GET does.</summary>
    private static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
}
