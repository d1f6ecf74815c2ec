using CrisisFlow.Cases;
using CrisisFlow.Core.Folding;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Web.Links;

/// <summary>
/// What people wrote in one language, on its way into a statement in the other: it goes in as a placeholder that holds
/// it, so that it is
/// seen, and so that it cannot be sent for approval before somebody has translated it.
/// </summary>
internal static class ForeignText
{
    /// <summary>
    /// Latin words from which a text without a single Chinese character counts as English; a name or a batch number
    /// does not.
    /// </summary>
    private const int EnglishWords = 3;

    public static string Mark(string text, Language into) =>
        IsForeign(text, into)
            ? "{{"
                + Mark(into)
                + text.Replace("{{", "{ {", StringComparison.Ordinal).Replace("}}", "} }", StringComparison.Ordinal)
                + "}}"
            : text;

    public static bool IsMarkedIn(StatementText text) =>
        text.Title.Contains("{{" + Mark(text.Language), StringComparison.Ordinal)
        || text.Body.Contains("{{" + Mark(text.Language), StringComparison.Ordinal);

    public static bool IsForeign(string text, Language into)
    {
        var chinese = text.Any(TextFolding.IsHan);
        return !into.IsCjk
            ? chinese
            : !chinese
                && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(IsWord) >= EnglishWords;
    }

    private static string Mark(Language into) => Texts.For(into)["draft.translate"];

    private static bool IsWord(string part) => part.Count(char.IsAsciiLetter) > part.Length / 2;
}
