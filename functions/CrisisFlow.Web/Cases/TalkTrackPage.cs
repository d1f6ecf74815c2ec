using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.TalkTrack;
using CrisisFlow.Response.Engine;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Cases;

/// <summary>The talk track: approved words only.</summary>
internal static class TalkTrackPage
{
    public static async Task<IResult> ShowAsync(
        string id,
        Visitor visitor,
        CaseJournal journal,
        CancellationToken cancellation
    ) =>
        await journal.ReadAsync(new CaseId(id), cancellation) is { } record
            ? Show(visitor.Viewer, record)
            : Layout.NotFound(visitor.Viewer);

    public static PageResult Show(Viewer viewer, CaseRecord record)
    {
        var (file, t) = (record.File, viewer.T);
        var back = viewer.Team
            ? Html.Of($"""<p><a href="{viewer.Paths.Case(file.Id.Value)}">{t["case.back"]}</a></p>""")
            : Html.Empty;
        return Layout.Page(
            viewer,
            t["talktrack.title"],
            Html.Of(
                $"""
                {back}{CasePart.Heading(viewer, record.State, file, t["talktrack.title"])}
                <p>{t["talktrack.help"]}</p>{Said(viewer, file)}
                """
            )
        );
    }

    private static Html Said(Viewer viewer, CaseFile file)
    {
        var t = viewer.T;
        var published = file.Publications.LastOrDefault(one =>
            one.Channel == TalkTrackChannel.Id && one.State is PublicationState.Done
        );
        var version = published is null ? null : file.VersionOf(published.Version);
        var texts =
            version
                ?.Texts.Where(text => text.Channel == TalkTrackChannel.Id)
                .OrderBy(text => CasePart.Lang(text.Language) == t.Lang ? 0 : 1)
                .ToList()
            ?? [];
        if (texts.Count == 0)
            return Html.Of($"""<section class="card"><p class="lead">{t["talktrack.none"]}</p></section>""");
        var at = viewer.Time(((PublicationState.Done)published!.State).At);
        return Html.Of(
            $"""
            {texts.Select(text => Html.Of($"""
            <section class="card good" lang="{CasePart.Lang(text.Language)}"><h2>{Html.Outside(text.Title)}</h2>
            <p class="lead">{Html.OutsideLines(text.Body)}</p></section>
            """))}<p class="soft">{t["talktrack.approved", Timeline.Version(viewer, version!.Number), at]}</p>
            """
        );
    }
}
