using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>Tells of texts that are HTML where the source or its mapping promises plain ones.</summary>
internal static class PromisedPlain
{
    private const int Named = 3;

    public static bool IsBroken(DocumentItem item) =>
        (!item.TitleIsMarkup && PlainText.IsHtml(item.Title)) || (!item.TextIsMarkup && PlainText.IsHtml(item.Text));

    /// <summary>Adds one problem for the whole document, naming the first items.</summary>
    public static Document Tell(Document document, ProblemList problems)
    {
        var (broken, named) = (0, new List<int>());
        for (var i = 0; i < document.Items.Count; i++)
            if (IsBroken(document.Items[i]) && ++broken <= Named)
                named.Add(i + 1);
        if (broken == 0)
            return document;
        var which =
            (broken == 1 ? "Item " : "Items ")
            + string.Join(", ", named)
            + (broken > named.Count ? $" and {broken - named.Count} more" : "");
        problems.Add(
            ReadProblemKind.Field,
            "",
            $"{which}: the text is HTML where plain text is promised; its tags were left out."
                + (problems.Options.Mapping is null ? "" : " Set mapping.markup to true.")
        );
        return document with { Problems = problems.All };
    }
}
