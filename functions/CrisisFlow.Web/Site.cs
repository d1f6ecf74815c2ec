using CrisisFlow.Cases;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Storage;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Links;
using CrisisFlow.Web.Public;
using CrisisFlow.Web.Team;

namespace CrisisFlow.Web;

/// <summary>Every page, whichever host it is asked through. A host hands over a <see cref="SiteRequest"/> and writes out the <see cref="SiteResponse"/>.</summary>
public sealed class Site
{
    private readonly SiteParts _parts;
    private readonly Viewers _viewers;
    private readonly CaseView _cases;
    private readonly LinkPages _links;
    private readonly TeamPages _team;
    private readonly StatementPages _statements;
    private readonly OutboxPages _outbox;

    public Site(SiteParts parts)
    {
        _parts = parts;
        _viewers = new Viewers(parts);
        _cases = new CaseView(parts.History);
        _team = new TeamPages(parts);
        _links = new LinkPages(parts, _viewers, _cases, _team);
        _statements = new StatementPages(parts);
        _outbox = new OutboxPages(parts);
    }

    public async Task<SiteResponse> HandleAsync(SiteRequest request, CancellationToken cancellation = default)
    {
        var response = BasePath.Apply(await AnswerAsync(request, cancellation), _parts.Settings.Site.BaseUrl.AbsolutePath);
        return SecurityHeaders.AddTo(response, request);
    }

    private async Task<SiteResponse> AnswerAsync(SiteRequest request, CancellationToken cancellation)
    {
        if (request.Method is not ("GET" or "HEAD" or "POST")) return SiteResponse.Plain(405, "Method not allowed.").With("Allow", "GET, HEAD, POST");
        var query = request.QueryString.Length > 8_192 ? null : FormReader.Parse(request.QueryString);
        var viewer = _viewers.For(request, query ?? Fields.None);
        if (query is null || SitePaths.Split(request.Path) is not { } path)
            return Layout.Message(viewer, 400, viewer.T["error.400.title"], viewer.T["error.400"], Back(viewer));
        try
        {
            return await RouteAsync(request, query, viewer, path, cancellation);
        }
        catch (StoreUnavailableException away)
        {
            SiteLog.StoreAway(_parts.Logger, away.Message);
            return Layout.Message(viewer, 503, viewer.T["error.503.title"], viewer.T["error.503"]).With("Retry-After", "10");
        }
    }

    private async Task<SiteResponse> RouteAsync(SiteRequest request, Fields query, Viewer viewer, string[] path, CancellationToken cancellation)
    {
        // Open to everybody: what a link leads to, what was published, and the machine's own routes.
        switch (path)
        {
            case ["l", var token]:
                return await _links.HandleAsync(request, query, token, cancellation);
            case ["mentions"] when _parts.Mentions is { } mentions:
                return request.Method == "POST" ? await mentions(request, cancellation) : OnlyPost();
            case ["silences"] when request.Method == "POST":
                return request.IsTrusted ? await _team.ChangeSilencesAsync(request, viewer, cancellation) : NotAdmitted(viewer);
            case var _ when request.Method == "POST":
                return SiteResponse.Plain(405, "Method not allowed.").With("Allow", "GET, HEAD");
            case ["style.css"]:
                return new SiteResponse(200, "text/css; charset=utf-8", Assets.Style).With("Cache-Control", "public, max-age=3600");
            case ["robots.txt"]:
                return SiteResponse.Plain(200, "User-agent: *\nAllow: /statements\nDisallow: /\n");
            case ["health"]:
                return await HealthAsync(cancellation);
            case ["statements"]:
                return await _statements.ListAsync(viewer, cancellation);
            case ["statements", "feed.atom"]:
                return await _statements.FeedAsync(request, cancellation);
            case ["statements", var slug]:
                return await _statements.ShowAsync(viewer, slug, cancellation) ?? NotFound(viewer);
        }

        if (!request.IsTrusted) return IsTeamPage(path) ? NotAdmitted(viewer) : NotFound(viewer);
        return await TeamAsync(query, viewer, path, cancellation) ?? NotFound(viewer);
    }

    /// <summary>Pages of the team: only for whoever the host admitted.</summary>
    private async Task<SiteResponse?> TeamAsync(Fields query, Viewer viewer, string[] path, CancellationToken cancellation)
    {
        switch (path)
        {
            case [""]: return await _team.HomeAsync(viewer, cancellation);
            case ["cases"]: return await _team.CasesAsync(viewer, cancellation);
            case ["warnings"]: return await _team.WarningsAsync(viewer, cancellation);
            case ["warnings", var topic]: return await _team.TopicAsync(viewer, topic, cancellation);
            case ["topics", var topic]: return await TalkPage.ShowAsync(viewer, _parts, topic, cancellation);
            case ["learning"]: return LearningPage.Show(viewer, await _parts.Lessons(cancellation));
            case ["sources"]: return await _team.SourcesAsync(viewer, cancellation);
            case ["silences"]: return await _team.SilencesAsync(viewer, cancellation);
            case ["outbox"]: return _outbox.List(viewer);
            case ["outbox", var name]: return await _outbox.ShowAsync(viewer, name, cancellation);
            case ["outbox", var name, "html"]: return await _outbox.HtmlAsync(name, cancellation);
            case ["cases" or "talk-track", var id, ..] when !SitePaths.IsCaseId(id):
                return null;
            case ["cases", var id, .. var rest] when rest is [] or ["report"]:
                return await _parts.Journal.ReadAsync(new CaseId(id), cancellation) is not { } record ? null
                    : rest is [] ? await _cases.ShowAsync(viewer, record, default, default, 200, cancellation)
                    : await _cases.ReportAsync(viewer, record, cancellation);
            case ["talk-track", var id]:
                return await _parts.Journal.ReadAsync(new CaseId(id), cancellation) is { } talked ? TalkTrackPage.Show(viewer, talked) : null;
            default: return null;
        }
    }

    private static bool IsTeamPage(string[] path) => path is [""] or ["cases" or "warnings" or "sources" or "silences" or "outbox" or "talk-track" or "topics" or "learning", ..];

    private async Task<SiteResponse> HealthAsync(CancellationToken cancellation)
    {
        if (_parts.Health is not { } health) return SiteResponse.Json(200, """{"status":"ok"}""");
        var (healthy, json) = await health(cancellation);
        return SiteResponse.Json(healthy ? 200 : 503, json);
    }

    private static SiteResponse OnlyPost() => SiteResponse.Plain(405, "Method not allowed.").With("Allow", "POST");

    private static SiteResponse NotFound(Viewer viewer) => Layout.Message(viewer, 404, viewer.T["error.404.title"], viewer.T["error.404"], Back(viewer));

    /// <summary>A way on for whoever may see the team's pages; others have their mail.</summary>
    private static Html Back(Viewer viewer) => viewer.Team ? Html.Of($"""<p><a href="{SitePaths.Home}">{viewer.T["nav.home"]}</a></p>""") : Html.Empty;

    private static SiteResponse NotAdmitted(Viewer viewer) => Layout.Message(viewer, 403, viewer.T["error.403.title"], viewer.T["error.403"]);
}
