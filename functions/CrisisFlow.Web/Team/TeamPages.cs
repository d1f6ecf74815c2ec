using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Engine;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Team;

/// <summary>Lists for whoever the host admitted: cases, warnings, sources, silences.</summary>
internal sealed class TeamPages(SiteParts parts)
{
    private readonly SilencePages _silences = new(parts);

    public async Task<SiteResponse> HomeAsync(Viewer viewer, CancellationToken cancellation)
    {
        var t = viewer.T;
        var cases = await CasesOf(50, cancellation);
        var open = cases.Where(one => one.Ending is null).ToList();
        var warnings = (await parts.Warnings.Newest(50, cancellation)).Where(warning => warning.Cleared is null).ToList();
        var sources = await parts.Sources(cancellation);
        var sick = sources.Where(source => source.Health is SourceStatus.Failing or SourceStatus.Quiet).ToList();
        var main = Html.Of($"""
            <h1>{parts.Settings.Brand.Name}</h1>
            <div class="grid">
            {Count(SitePaths.Cases, t["home.cases"], open.Count, open.Count > 0 ? "orange" : "good")}
            {Count(SitePaths.Warnings, t["home.warnings"], warnings.Count, warnings.Count > 0 ? Tags.Css(warnings.Max(warning => warning.Level)) : "good")}
            {Count(SitePaths.Sources, t["home.sources", sources.Count], sick.Count, sick.Count > 0 ? "red" : "good")}
            </div>
            {(viewer.Outbox ? Html.Of($"""<p class="note">{t["home.outbox"]} <a href="{SitePaths.Outbox}">{t["nav.outbox"]}</a></p>""") : Html.Empty)}
            <h2>{t["home.cases"]}</h2>{(open.Count == 0 ? Nothing(viewer, "home.nocases") : Html.Join(open.Select(one => CaseCard(viewer, one))))}
            <h2>{t["home.warnings"]}</h2>{(warnings.Count == 0 ? Nothing(viewer, "home.nowarnings") : Html.Join(warnings.Select(warning => WarningCards.Summary(viewer, warning))))}
            """);
        return Layout.Page(viewer, parts.Settings.Brand.Name, main, 200, SitePaths.Home);
    }

    public async Task<SiteResponse> CasesAsync(Viewer viewer, CancellationToken cancellation)
    {
        var cases = await CasesOf(200, cancellation);
        return Layout.Page(viewer, viewer.T["nav.cases"], Html.Of($"""
            <h1>{viewer.T["nav.cases"]}</h1>{(cases.Count == 0 ? Nothing(viewer, "home.nocases") : Html.Join(cases.Select(one => CaseCard(viewer, one))))}
            """), 200, SitePaths.Cases);
    }

    public async Task<SiteResponse> WarningsAsync(Viewer viewer, CancellationToken cancellation)
    {
        var t = viewer.T;
        var warnings = await parts.Warnings.Newest(100, cancellation);
        var topics = parts.Settings.Topics.Select(topic => Html.Of($"""<a href="{SitePaths.Topic(topic.Id)}">{(topic.Name.Length > 0 ? topic.Name : topic.Id)}</a> """));
        return Layout.Page(viewer, t["nav.warnings"], Html.Of($"""
            <h1>{t["nav.warnings"]}</h1><p>{t["warnings.topics"]} {topics}</p>
            {(warnings.Count == 0 ? Nothing(viewer, "home.nowarnings") : Html.Join(warnings.Select(warning => WarningCards.Whole(viewer, warning))))}
            """), 200, SitePaths.Warnings);
    }

    public async Task<SiteResponse?> TopicAsync(Viewer viewer, string topic, CancellationToken cancellation)
    {
        if (parts.Settings.Topics.Find(one => one.Id == topic) is not { } known) return null;
        var t = viewer.T;
        var id = new TopicId(topic);
        var events = await parts.Warnings.Events(id, cancellation);
        var open = (await parts.Warnings.State(id, cancellation) as WarningState.Watching)?.Open ?? [];
        var points = await parts.History.HoursAsync(topic, viewer.Now.AddDays(-3), viewer.Now, cancellation);
        var name = known.Name.Length > 0 ? known.Name : known.Id;
        return Layout.Page(viewer, name, Html.Of($"""
            <h1>{name}</h1><p class="soft">{t["topic.match"]} <code>{known.Match}</code></p>
            {(viewer.Team ? Html.Of($"""<p><a href="{SitePaths.Talk(known.Id)}">{t["topic.talk"]}</a></p>""") : Html.Empty)}
            <section class="card"><h2>{t["chart.volume"]}</h2>{CaseCharts.Volume(viewer, points, [])}</section>
            <section class="card"><h2>{t["chart.index"]}</h2>{CaseCharts.Index(viewer, points, parts.History.Limits, [])}</section>
            <h2>{t["topic.open"]}</h2>{(open.Length == 0 ? Nothing(viewer, "home.nowarnings") : Html.Join(open.Select(warning => WarningCards.Open(viewer, warning))))}
            <section class="card"><h2>{t["topic.events"]}</h2>{(events.Count == 0 ? Html.Of($"""<p class="soft">{t["topic.noevents"]}</p>""") : WarningCards.Events(viewer, events))}</section>
            """), 200, SitePaths.Warnings);
    }

    public async Task<SiteResponse> SourcesAsync(Viewer viewer, CancellationToken cancellation)
    {
        var t = viewer.T;
        var sources = await parts.Sources(cancellation);
        var cards = sources.Select(source => Html.Of($"""
            <article class="card item {(source.Health is SourceStatus.Failing ? "red" : source.Health is SourceStatus.Quiet ? "yellow" : "")}"><h2>{Html.Outside(source.Name)}</h2>
            <p>{Tags.Word(t.Of(source.Health), source.Health switch { SourceStatus.Well => "good", SourceStatus.Failing => "red", SourceStatus.Quiet => "yellow", _ => "" })} {Tags.Word(t.Of(source.Category))} <span class="soft">{t["sources.mentions", source.Mentions]}</span></p>
            {(source.Url is null ? Html.Empty : Html.Of($"""<p class="soft">{Html.OutsideLink(source.Url)}</p>"""))}
            <dl class="facts">{(source.Pushed
                ? Html.Of($"""<dt>{t["sources.got"]}</dt><dd>{At(viewer, source.LastNew)}</dd><dt>{t["sources.next"]}</dt><dd>{t["sources.pushed"]}</dd>""")
                : Html.Of($"""<dt>{t["sources.last"]}</dt><dd>{At(viewer, source.LastRead)}</dd><dt>{t["sources.new"]}</dt><dd>{At(viewer, source.LastNew)}</dd><dt>{t["sources.next"]}</dt><dd>{At(viewer, source.Next)}</dd>"""))}</dl>
            {(source.Problem is { } problem ? Html.Of($"""<p class="note bad">{Html.OutsideLines(problem)}</p>""") : Html.Empty)}</article>
            """));
        return Layout.Page(viewer, t["nav.sources"], Html.Of($"""
            <h1>{t["nav.sources"]}</h1>{(sources.Count == 0 ? Nothing(viewer, "sources.none") : Html.Of($"""<div class="grid">{cards}</div>"""))}
            """), 200, SitePaths.Sources);
    }

    public Task<SiteResponse> SilencesAsync(Viewer viewer, CancellationToken cancellation) =>
        _silences.ShowAsync(viewer, Fields.None, null, 200, cancellation);

    public Task<SiteResponse> ChangeSilencesAsync(SiteRequest request, Viewer viewer, CancellationToken cancellation) =>
        _silences.ChangeAsync(request, viewer, cancellation);

    private async Task<List<CaseListing>> CasesOf(int take, CancellationToken cancellation)
    {
        var cases = new List<CaseListing>();
        await foreach (var one in parts.Journal.ListAsync(take, cancellation)) cases.Add(one);
        return cases;
    }

    internal static Html Nothing(Viewer viewer, string key) => Html.Of($"""<p class="soft">{viewer.T[key]}</p>""");

    private static Html At(Viewer viewer, DateTimeOffset? at) => at is { } time ? viewer.Stamp(time) : Html.Of($"""<span class="soft">–</span>""");

    private static Html Count(string path, string label, int count, string colour) => Html.Of($"""
        <a class="card count {colour}" href="{path}"><strong>{count}</strong> {label}</a>
        """);

    private static Html CaseCard(Viewer viewer, CaseListing one) => Html.Of($"""
        <article class="card item {(one.Ending is null ? Tags.Css(one.Level) : "")}"><h3><a href="{SitePaths.Case(one.Id.Value)}">{Html.Outside(one.Story)}</a></h3>
        <p>{Tags.Of(viewer, one.Level)} {(one.Phase is { } phase ? Tags.Word(viewer.T.Of(phase)) : one.Ending is { } ending ? Tags.Word(viewer.T.Of(ending), "good") : Html.Empty)} {(one.IsDrill ? Tags.Word(viewer.T["case.drill"], "yellow") : Html.Empty)}</p>
        <p class="soft">{one.Topic} · {viewer.T["case.opened"]} {viewer.Stamp(one.OpenedAt)}{(one.NextDeadline is { } next ? Html.Of($" · {viewer.T["case.next"]} {viewer.Stamp(next)}") : Html.Empty)}</p></article>
        """);
}
