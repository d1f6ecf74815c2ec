using System.Buffers;

namespace CrisisFlow.Core.Folding;

/// <summary>
/// The whole of Unicode's composition: decompose, put marks in order, compose. Only for text that needs it.
/// </summary>
internal static class DependentText
{
    private const int MostMarks = 30;

    public static string Normalize(string text)
    {
        var points = new PointBuffer(text.Length + 16);
        Decompose(text, ref points);
        var length = Compose(points.Span);
        var output = new NormalText(ArrayPool<char>.Shared.Rent(2 * length + 2));
        foreach (var point in points.Span[..length])
            output.AppendAny(point);
        points.Return();
        return output.ToStringAndReturn(text);
    }

    private static void Decompose(string text, ref PointBuffer points)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; )
        {
            var point = At(text, i, out var width);
            i += width;
            var after = i < text.Length ? At(text, i, out _) : -1;
            if (EmojiSequence.Keeps(point, points.Last, after) || EmojiSequence.KeepsBase(point, after))
            {
                points.Add(point);
                marks = 0;
            }
            else if (UnicodeTable.Decompose(point) is { } parts)
                foreach (var part in parts)
                    Add(part, ref points, ref marks);
            else
                Add(point, ref points, ref marks);
        }
    }

    private static void Add(int point, ref PointBuffer points, ref int marks)
    {
        if (!CharacterKinds.IsLineBreak(point) && !CharacterKinds.IsSpace(point) && CharacterKinds.IsDropped(point))
            return;
        var markClass = UnicodeTable.Class(point);
        if (markClass == 0)
        {
            marks = 0;
            points.Add(point);
        }
        else if (marks++ < MostMarks)
        {
            points.Add(point);
            // Marks in order of their class, those of one class in the order they came.
            var span = points.Span;
            for (var i = span.Length - 1; i > 0 && UnicodeTable.Class(span[i - 1]) > markClass; i--)
                (span[i - 1], span[i]) = (span[i], span[i - 1]);
        }
    }

    private static int Compose(Span<int> points)
    {
        int starter = -1,
            length = 0,
            lastClass = -1;
        foreach (var point in points)
        {
            var markClass = UnicodeTable.Class(point);
            if (
                starter >= 0
                && (lastClass < markClass || lastClass == -1)
                && UnicodeTable.Compose(points[starter], point) is var composed and >= 0
            )
            {
                points[starter] = composed;
                continue;
            }

            if (markClass == 0)
            {
                starter = length;
                lastClass = -1;
            }
            else
                lastClass = markClass;
            points[length++] = point;
        }

        return length;
    }

    private static int At(string text, int index, out int width)
    {
        var unit = text[index];
        width = 1;
        if (!char.IsSurrogate(unit))
            return unit;
        if (!char.IsHighSurrogate(unit) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
            return 0xFFFD;
        width = 2;
        return char.ConvertToUtf32(unit, text[index + 1]);
    }
}
