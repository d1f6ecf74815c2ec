using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Warnings;

/// <summary>Says what cannot be known, since when, and which source is to blame: no data is not calm.</summary>
internal static class Unknown
{
    /// <summary>Beside a story that one of these sources told.</summary>
    public static Html OfStory(Viewer viewer, IEnumerable<UnreadSpan> unread) => Lines(viewer, unread, "unknown.story");

    /// <summary>Where all that is said is shown, or that nothing is.</summary>
    public static Html OfSources(Viewer viewer, IEnumerable<UnreadSpan> unread) =>
        Lines(viewer, unread, "unknown.source");

    private static Html Lines(Viewer viewer, IEnumerable<UnreadSpan> unread, string key) =>
        Html.Join(
            unread.Select(span =>
                Html.Of($"""<p class="note bad">{viewer.T[key, viewer.Time(span.From), span.Source]}</p>""")
            )
        );
}
