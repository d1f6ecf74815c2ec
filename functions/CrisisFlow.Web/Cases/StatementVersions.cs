using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web.Cases;

/// <summary>A case's statement in all its versions.</summary>
internal static class StatementVersions
{
    /// <summary>Every version so far with what changed from the one before, newest first and open.</summary>
    public static Html Show(Viewer viewer, CaseFile file)
    {
        if (file.Versions.Count == 0)
            return Html.Empty;
        var versions = file
            .Versions.Reverse()
            .Select(
                (version, place) =>
                {
                    var before = file.Versions.LastOrDefault(other => other.Number < version.Number);
                    var author = version.Author is { } by ? file.NameOf(by) : "";
                    var text = before is null
                        ? CasePart.Version(viewer, version)
                        : Html.Of(
                            $"""
                            <p class="soft">{viewer.T["draft.changes", before.Number]}</p>{Changes(
                                viewer,
                                before,
                                version
                            )}
                            """
                        );
                    var open = place == 0 ? Html.Own(" open") : Html.Empty;
                    return Html.Of(
                        $"""
                        <details{open}><summary>{Timeline.Version(viewer, version.Number)}
                        {CasePart.Hash(version.Hash)} <span class="soft">{author} · {viewer.Stamp(
                            version.At
                        )}</span></summary>
                        {text}</details>
                        """
                    );
                }
            );
        return Html.Of(
            $"""
            <section class="card versions"><h2>{viewer.T["draft.versions"]}</h2>{versions}</section>
            """
        );
    }

    public static Html Changes(Viewer viewer, StatementVersion before, StatementVersion after) =>
        Html.Join(after.Texts.Select(text => Changes(viewer, before, text)));

    private static Html Changes(Viewer viewer, StatementVersion before, StatementText text)
    {
        var old = before.Texts.FirstOrDefault(other =>
            other.Channel == text.Channel && other.Language == text.Language
        );
        return Html.Of(
            $"""
            <h3>{CasePart.Channel(viewer, text.Channel)} · {viewer.T.Of(text.Language)}</h3>
            <div class="statement" lang="{CasePart.Lang(text.Language)}">
            <p><strong>{Diff.Show(old?.Title ?? "", text.Title)}</strong></p>
            <p>{Diff.Show(old?.Body ?? "", text.Body)}</p></div>
            """
        );
    }
}
