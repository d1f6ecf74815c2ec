using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Charts;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Warnings;

/// <summary>
/// A topic's warnings: what is open, the charts, what happened. The team's page shows it, and the link of a warning's
/// mail does.
/// </summary>
internal sealed class TopicView(
    CrisisFlowSettings settings,
    WarningJournal journal,
    TopicHours hours,
    WarningSight unknown,
    SourceSight sight,
    LinkSigner signer
)
{
    private const int MostEvents = 200;

    private static readonly TimeSpan Shown = TimeSpan.FromDays(3);

    /// <summary>What the seal of the page's forms is made for.</summary>
    public static string SealedFor(TopicId topic) => "form:/warnings/" + topic;

    /// <returns>Null when settings name no such topic and nothing is kept of it.</returns>
    public Task<PageResult?> ShowAsync(Viewer viewer, string topic, CancellationToken cancellation) =>
        ShowAsync(viewer, topic, Fields.None, null, StatusCodes.Status200OK, cancellation);

    /// <param name="sent">What was sent and could not be taken; its fields are filled in again.</param>
    public async Task<PageResult?> ShowAsync(
        Viewer viewer,
        string topic,
        Fields sent,
        string? problem,
        int status,
        CancellationToken cancellation
    )
    {
        if (!SitePaths.IsTopicId(topic))
            return null;
        var (t, id) = (viewer.T, new TopicId(topic));
        var known = settings.Topics.Find(one => one.Id == topic);
        var events = await journal
            .EventsAsync(id, MostEvents, cancellation)
            .Select(one => one.Event)
            .ToListAsync(cancellation);
        if (known is null && events.Count == 0)
            return null;
        var name = known?.ShownName() ?? topic;
        var about = known is null
            ? Html.Of($"""<p class="note">{t["topic.left"]}</p>""")
            : await WatchedAsync(viewer, known, sent, cancellation);
        return Layout.Page(
            viewer,
            name,
            Html.Of(
                $"""
                <h1>{name}</h1>{OwnForm.Problem(problem)}
                {about}
                <section class="card"><h2>{t["topic.events"]}</h2>
                {(events.Count == 0 ? Layout.Nothing(viewer, "topic.noevents")
                    : WarningCards.Events(viewer, events))}</section>
                """
            ),
            status,
            viewer.Paths.Warnings
        );
    }

    private async Task<Html> WatchedAsync(
        Viewer viewer,
        TopicSettings topic,
        Fields sent,
        CancellationToken cancellation
    )
    {
        var (t, id) = (viewer.T, new TopicId(topic.Id));
        var open = (await journal.StateAsync(id, cancellation) as WarningState.Watching)?.Open ?? [];
        var points = await hours.ReadAsync(topic.Id, viewer.Now - Shown, viewer.Now, cancellation);
        var talk = viewer.Team
            ? Html.Of($"""<p><a href="{viewer.Paths.Talk(topic.Id)}">{t["topic.talk"]}</a></p>""")
            : Html.Empty;
        var missing = await unknown.UnknownAsync([id], viewer.Now, cancellation);
        var warnings =
            open.Length == 0
                ? Layout.Nothing(viewer, "home.nowarnings")
                : Html.Join(
                    open.Select(warning =>
                        WarningCards.Open(
                            viewer,
                            warning,
                            missing.GetValueOrDefault(warning.Id, []),
                            Dismissal(viewer, id, warning, sent)
                        )
                    )
                );
        var unread = Unknown.OfSources(viewer, await sight.UnreadNowAsync(viewer.Now, cancellation: cancellation));
        return Html.Of(
            $"""
            <p class="soft">{t["topic.match"]} <code>{topic.Match}</code></p>
            {talk}{unread}
            <section class="card"><h2>{t["chart.volume"]}</h2>{CaseCharts.Volume(viewer, points, [])}</section>
            <section class="card"><h2>{t["chart.index"]}</h2>
            {CaseCharts.Index(viewer, points, hours.Limits, [])}</section>
            <h2>{t["topic.open"]}</h2>{warnings}
            """
        );
    }

    /// <summary>Whoever came by a warning's link reads; their mail has a link of its own to dismiss.</summary>
    private Html Dismissal(Viewer viewer, TopicId topic, OpenWarning warning, Fields sent)
    {
        if (!viewer.Team)
            return Html.Empty;
        var open = sent["warning"] == warning.Id ? Html.Own(" open") : Html.Empty;
        var form = DismissForm.Show(
            viewer,
            viewer.Paths.Topic(topic.Value),
            signer.FormSeal(SealedFor(topic)),
            warning.Id,
            warning.Level,
            DismissalPart.Quiet(viewer, warning.Level, settings),
            asksName: true,
            sent
        );
        return Html.Of($"""<details{open}><summary>{viewer.T["dismiss.title"]}</summary>{form}</details>""");
    }
}
