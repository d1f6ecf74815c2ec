using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.TalkTrack;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Web.Public;

/// <summary>What customer service says: the approved words, and only those.</summary>
internal static class TalkTrackPage
{
    public static SiteResponse Show(Viewer viewer, CaseRecord record)
    {
        var (file, t) = (record.File, viewer.T);
        var published = file.Publications.LastOrDefault(publication => publication.Channel == TalkTrackChannel.Id
            && publication.State is PublicationState.Done);
        var version = published is null ? null : file.VersionOf(published.Version);
        var said = version?.Texts.Where(text => text.Channel == TalkTrackChannel.Id)
            .OrderBy(text => CasePart.Lang(text.Language) == t.Lang ? 0 : 1).ToList() ?? [];
        var body = said.Count == 0
            ? Html.Of($"""<section class="card"><p class="lead">{t["talktrack.none"]}</p></section>""")
            : Html.Join(said.Select(text => Html.Of($"""
                <section class="card good" lang="{CasePart.Lang(text.Language)}"><h2>{Html.Outside(text.Title)}</h2><p class="lead">{Html.OutsideLines(text.Body)}</p></section>
                """))) + Html.Of($"""<p class="soft">{t["talktrack.approved", Timeline.Version(viewer, version!.Number), viewer.Time(((PublicationState.Done)published!.State).At)]}</p>""");
        var back = viewer.Team ? Html.Of($"""<p><a href="{SitePaths.Case(file.Id.Value)}">{t["case.back"]}</a></p>""") : Html.Empty;
        return Layout.Page(viewer, t["talktrack.title"], back + CasePart.Heading(viewer, record.State, file, t["talktrack.title"]) + Html.Of($"""<p>{t["talktrack.help"]}</p>{body}"""));
    }
}
