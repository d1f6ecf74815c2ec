using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>
/// A word or phrase as it is looked for in folded text. Where it begins or ends with a letter or digit of a script with
/// spaces, a word must begin or end there, or a model go on as <see cref="GluedEnding"/> says; a Chinese character
/// beside it is no obstacle, and a term that begins or ends with one is looked for anywhere.
/// </summary>
/// <param name="Text">Folded; not empty.</param>
/// <param name="Open">Whether the word may go on after it (written with a final *).</param>
public sealed record QueryTerm(string Text, bool Open)
{
    public bool StartsWord { get; } = TextFolding.IsWordCharacter(Text[0]);

    public bool EndsWord { get; } = !Open && TextFolding.IsWordCharacter(Text[^1]);

    /// <summary>Whether the term may stand at this place, given that its characters do.</summary>
    public bool FitsAt(ReadOnlySpan<char> folded, int start) =>
        !(StartsWord && start > 0 && TextFolding.IsWordCharacter(folded[start - 1]))
        && FitsTo(folded, start + Text.Length);

    public bool FitsTo(ReadOnlySpan<char> folded, int end) =>
        !EndsWord
        || end >= folded.Length
        || !TextFolding.IsWordCharacter(folded[end])
        || GluedEnding.Fits(Text, folded, end);

    public bool IsIn(ReadOnlySpan<char> folded)
    {
        for (var from = 0; ; )
        {
            var found = folded[from..].IndexOf(Text);
            if (found < 0)
                return false;
            if (FitsAt(folded, from + found))
                return true;
            from += found + 1;
        }
    }
}
