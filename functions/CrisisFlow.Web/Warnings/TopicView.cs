using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Charts;

namespace CrisisFlow.Web.Warnings;

/// <summary>
/// A topic's warnings: what is open, the charts, what happened. The team's page shows it, and the link of a warning's
/// mail does.
/// </summary>
internal sealed class TopicView(CrisisFlowSettings settings, WarningJournal journal, TopicHours hours)
{
    private const int MostEvents = 200;

    private static readonly TimeSpan Shown = TimeSpan.FromDays(3);

    /// <returns>Null when settings name no such topic.</returns>
    public async Task<PageResult?> ShowAsync(Viewer viewer, string topic, CancellationToken cancellation)
    {
        if (settings.Topics.Find(one => one.Id == topic) is not { } known)
            return null;
        var (t, id, name) = (viewer.T, new TopicId(topic), known.ShownName());
        var events = await journal
            .EventsAsync(id, MostEvents, cancellation)
            .Select(one => one.Event)
            .ToListAsync(cancellation);
        var open = (await journal.StateAsync(id, cancellation) as WarningState.Watching)?.Open ?? [];
        var points = await hours.ReadAsync(topic, viewer.Now - Shown, viewer.Now, cancellation);
        var talk = viewer.Team
            ? Html.Of($"""<p><a href="{viewer.Paths.Talk(known.Id)}">{t["topic.talk"]}</a></p>""")
            : Html.Empty;
        var warnings =
            open.Length == 0
                ? Layout.Nothing(viewer, "home.nowarnings")
                : Html.Join(open.Select(warning => WarningCards.Open(viewer, warning)));
        return Layout.Page(
            viewer,
            name,
            Html.Of(
                $"""
            <h1>{name}</h1><p class="soft">{t["topic.match"]} <code>{known.Match}</code></p>
            {talk}
            <section class="card"><h2>{t["chart.volume"]}</h2>{CaseCharts.Volume(viewer, points, [])}</section>
            <section class="card"><h2>{t["chart.index"]}</h2>
            {CaseCharts.Index(viewer, points, hours.Limits, [])}</section>
            <h2>{t["topic.open"]}</h2>{warnings}
            <section class="card"><h2>{t["topic.events"]}</h2>
            {(events.Count == 0 ? Layout.Nothing(viewer, "topic.noevents")
                : WarningCards.Events(viewer, events))}</section>
            """
            ),
            current: viewer.Paths.Warnings
        );
    }
}
