using CrisisFlow.Presentation.Markup;
using DiffPlex;

namespace CrisisFlow.Presentation.Parts;

/// <summary>
/// What changed between two texts: sentences first, then inside the changed ones word by word, and character by
/// character where a script writes no spaces between words.
/// </summary>
public static class Diff
{
    /// <summary>
    /// Most pieces of one text times pieces of the other that are compared: about 10 ms. Beyond that one text is shown
    /// as
    /// replaced by the other, so that two long texts with nothing in common cost no seconds.
    /// </summary>
    private const long MostPairs = 1_000_000;

    public enum Kind
    {
        Same,
        Added,
        Dropped,
    }

    public readonly record struct Piece(Kind Kind, string Text);

    public static Html Show(string before, string after) =>
        Html.Of(
            $"""
        <span class="lines" dir="auto">{Of(before, after).Select(piece => piece.Kind switch
        {
            Kind.Added => Html.Of($"<ins>{piece.Text}</ins>"),
            Kind.Dropped => Html.Of($"<del>{piece.Text}</del>"),
            _ => Html.Text(piece.Text),
        })}</span>
        """
        );

    /// <summary>
    /// Pieces in reading order; where something was replaced, what was dropped comes before what was added.
    /// </summary>
    public static IReadOnlyList<Piece> Of(string before, string after)
    {
        var pieces = new List<Piece>();
        Compare(
            before,
            after,
            TextPieces.Sentences,
            pieces,
            (dropped, added) =>
                Compare(dropped, added, TextPieces.Words, pieces, (words, newWords) => Replace(words, newWords, pieces))
        );
        return pieces;
    }

    /// <param name="changed">Takes what was dropped and what was added at one place.</param>
    private static void Compare(
        string before,
        string after,
        IChunker chunker,
        List<Piece> pieces,
        Action<string, string> changed
    )
    {
        if ((long)chunker.Chunk(before).Count * chunker.Chunk(after).Count > MostPairs)
        {
            Replace(before, after, pieces);
            return;
        }

        var found = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            Add(pieces, Kind.Same, Text(found.PiecesOld, at, block.DeleteStartA - at));
            changed(
                Text(found.PiecesOld, block.DeleteStartA, block.DeleteCountA),
                Text(found.PiecesNew, block.InsertStartB, block.InsertCountB)
            );
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, Kind.Same, Text(found.PiecesOld, at, found.PiecesOld.Count - at));
    }

    private static void Replace(string dropped, string added, List<Piece> pieces)
    {
        Add(pieces, Kind.Dropped, dropped);
        Add(pieces, Kind.Added, added);
    }

    private static string Text(IReadOnlyList<string> pieces, int from, int count) =>
        string.Concat(pieces.Skip(from).Take(count));

    private static void Add(List<Piece> pieces, Kind kind, string text)
    {
        if (text.Length == 0)
            return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = new(kind, pieces[^1].Text + text);
        else
            pieces.Add(new(kind, text));
    }
}
