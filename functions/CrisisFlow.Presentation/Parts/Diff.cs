using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Presentation.Parts;

/// <summary>What changed between two texts: word by word, and character by character where words are not parted by spaces.</summary>
public static class Diff
{
    /// <summary>Changes looked for at most; texts further apart are shown as one replaced by the other.</summary>
    private const int MostChanges = 1_500;

    public enum Kind
    {
        Same,
        Added,
        Dropped,
    }

    public readonly record struct Piece(Kind Kind, string Text);

    public static Html Show(string before, string after) => Html.Of($"""
        <span class="lines" dir="auto">{Of(before, after).Select(piece => piece.Kind switch
        {
            Kind.Added => Html.Of($"<ins>{piece.Text}</ins>"),
            Kind.Dropped => Html.Of($"<del>{piece.Text}</del>"),
            _ => Html.Text(piece.Text),
        })}</span>
        """);

    /// <summary>Pieces in reading order; where something was replaced, what was dropped comes before what was added.</summary>
    public static IReadOnlyList<Piece> Of(string before, string after)
    {
        var (a, b) = (Tokens(before), Tokens(after));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)]) end++;

        var pieces = new List<Piece>();
        Add(pieces, Kind.Same, a.Take(start));
        var (middleA, middleB) = (a.GetRange(start, a.Count - start - end), b.GetRange(start, b.Count - start - end));
        if (Myers(middleA, middleB) is { } found)
        {
            foreach (var piece in Ordered(found)) Add(pieces, piece.Kind, [piece.Text]);
        }
        else
        {
            Add(pieces, Kind.Dropped, middleA);
            Add(pieces, Kind.Added, middleB);
        }

        Add(pieces, Kind.Same, a.Skip(a.Count - end));
        return pieces;
    }

    internal static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (IsWord(text[start]))
                while (i < text.Length && IsWord(text[i])) i++;
            else if (char.IsHighSurrogate(text[start]) && i < text.Length)
                i++;
            tokens.Add(text[start..i]);
        }

        return tokens;

        // Letters of scripts that part words by spaces; Han, kana and the like stand one by one.
        static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < '\u2e80';
    }

    /// <summary>Myers' greedy way to the shortest list of changes; null when there are more than the limit.</summary>
    private static List<Piece>? Myers(List<string> a, List<string> b)
    {
        var most = Math.Min(a.Count + b.Count, MostChanges);
        var offset = most + 1;
        var reach = new int[2 * most + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reach[(offset - d)..(offset + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[offset + k - 1] < reach[offset + k + 1]) ? reach[offset + k + 1] : reach[offset + k - 1] + 1;
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k]) x++;
                reach[offset + k] = x;
                if (x >= a.Count && x - k >= b.Count) return Back(trace, a, b);
            }
        }

        return null;
    }

    private static List<Piece> Back(List<int[]> trace, List<string> a, List<string> b)
    {
        var pieces = new List<Piece>();
        var (x, y) = (a.Count, b.Count);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            // trace[d] holds diagonals -d to d as they were after round d - 1.
            int Reach(int diagonal) => trace[d][diagonal + d];
            var k = x - y;
            var previous = k == -d || (k != d && Reach(k - 1) < Reach(k + 1)) ? k + 1 : k - 1;
            var (fromX, fromY) = (Reach(previous), Reach(previous) - previous);
            for (; x > fromX && y > fromY; y--) pieces.Add(new(Kind.Same, a[--x]));
            if (x == fromX) pieces.Add(new(Kind.Added, b[--y]));
            else pieces.Add(new(Kind.Dropped, a[--x]));
        }

        for (; x > 0 && y > 0; y--) pieces.Add(new(Kind.Same, a[--x]));
        pieces.Reverse();
        return pieces;
    }

    /// <summary>Within a run of changes what was dropped comes first, so that each change reads as one.</summary>
    private static IEnumerable<Piece> Ordered(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count;)
        {
            if (pieces[i].Kind == Kind.Same)
            {
                yield return pieces[i++];
                continue;
            }

            var end = i;
            while (end < pieces.Count && pieces[end].Kind != Kind.Same) end++;
            foreach (var piece in pieces[i..end].Where(piece => piece.Kind == Kind.Dropped)) yield return piece;
            foreach (var piece in pieces[i..end].Where(piece => piece.Kind == Kind.Added)) yield return piece;
            i = end;
        }
    }

    private static void Add(List<Piece> pieces, Kind kind, IEnumerable<string> tokens)
    {
        var text = string.Concat(tokens);
        if (text.Length == 0) return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = new(kind, pieces[^1].Text + text);
        else pieces.Add(new(kind, text));
    }
}
