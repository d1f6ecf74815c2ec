using System.Globalization;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Parts;

/// <summary>That few people write again and again what looks like a crowd.</summary>
public static class FloodPart
{
    // A case keeps why it was opened as texts.
    private const string Stored = "FewAuthors ";

    public static string Text(Viewer viewer, Flood flood) =>
        viewer.T[flood.Voices == 1 ? "flood.one" : "flood.few", flood.Mentions, flood.Voices];

    /// <summary>Empty when there is none.</summary>
    public static Html Line(Viewer viewer, Flood? flood) =>
        flood is null ? Html.Empty : Html.Of($"<p>{Text(viewer, flood)}{viewer.T["sentence.end"]}</p>");

    /// <summary>As a case's reason.</summary>
    public static string Reason(Flood flood) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stored}{flood.Mentions} {flood.Voices}");

    /// <returns>Null when the reason is another one.</returns>
    public static string? Read(Viewer viewer, string reason) =>
        reason.StartsWith(Stored, StringComparison.Ordinal)
        && reason[Stored.Length..].Split(' ') is [var mentions, var voices]
        && int.TryParse(mentions, CultureInfo.InvariantCulture, out var many)
        && int.TryParse(voices, CultureInfo.InvariantCulture, out var few)
            ? Text(viewer, new Flood(many, few))
            : null;
}
