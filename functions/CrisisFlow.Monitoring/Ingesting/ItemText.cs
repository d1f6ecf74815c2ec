using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>An item's text: plain and normalised, and folded for matching.</summary>
internal sealed record ItemText(string Title, string Text, string Folded)
{
    /// <summary>UTF-16 units; a longer text has made its point by then.</summary>
    public const int TextLimit = 8_000;

    private const int TitleLimit = 1_000;

    /// <returns>Null when the item has no text.</returns>
    public static ItemText? Of(DocumentItem item)
    {
        var title = Plain(HtmlToText.Title(item), TitleLimit);
        var text = Plain(HtmlToText.Text(item), TextLimit);
        return title.Length == 0 && text.Length == 0
            ? null
            : new ItemText(title, text, TextFolding.FoldForMatching(Mention.WholeOf(title, text)));
    }

    private static string Plain(string plain, int limit) => TextCut.To(TextFolding.Normalize(plain), limit);
}
