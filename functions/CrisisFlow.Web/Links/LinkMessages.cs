using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;

namespace CrisisFlow.Web.Links;

/// <summary>
/// Plain pages for invalid links, each with its own status. None reveals more than the token itself.
/// </summary>
internal static class LinkMessages
{
    public static PageResult Bad(Viewer viewer, LinkFault fault) =>
        fault switch
        {
            LinkFault.Broken => Page(viewer, 400, "broken"),
            LinkFault.Foreign => Page(viewer, 404, "foreign"),
            _ => Page(viewer, 403, "forged"),
        };

    public static PageResult Expired(Viewer viewer, Link link) =>
        Layout.Message(
            viewer,
            410,
            viewer.T["link.expired.title"],
            viewer.T["link.expired", viewer.Time(link.Expires)]
        );

    public static PageResult NoCase(Viewer viewer) => Page(viewer, 404, "nocase");

    public static PageResult NoTopic(Viewer viewer) => Page(viewer, 404, "notopic");

    public static PageResult NoWarning(Viewer viewer) => Page(viewer, 404, "nowarning");

    public static PageResult NoPerson(Viewer viewer) => Page(viewer, 403, "noperson");

    public static PageResult TooMany(Viewer viewer) => Page(viewer, 429, "toomany");

    private static PageResult Page(Viewer viewer, int status, string key) =>
        Layout.Message(viewer, status, viewer.T[$"link.{key}.title"], viewer.T[$"link.{key}"]);
}
