using System.Buffers;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// A quick look over a document before it is parsed: the parser's time grows with the square of a tag's attributes.
/// </summary>
internal static class TagLimits
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("\"'><");

    /// <summary>
    /// Offset of the first tag that is longer or has more attributes than allowed; -1 when there is none.
    /// </summary>
    public static int FirstTooBig(string text, ReadLimits limits)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.AsSpan(at).IndexOf('<');
            if (open < 0)
                return -1;
            open += at;
            at = open + 1;
            if (at >= text.Length || !(char.IsLetter(text[at]) || text[at] is '_' or ':'))
                continue;
            var quotes = 0;
            while (true)
            {
                var stop = text.AsSpan(at).IndexOfAny(Stops);
                if (stop < 0)
                    return text.Length - open > limits.TagLength ? open : -1;
                at += stop;
                if (at - open > limits.TagLength || quotes > limits.Attributes)
                    return open;
                if (text[at] is '<' or '>')
                    break;
                var close = text.AsSpan(at + 1).IndexOf(text[at]);
                if (close < 0)
                    return text.Length - open > limits.TagLength ? open : -1;
                if (close > limits.TagLength)
                    return open;
                at += close + 2;
                quotes++;
                if (at >= text.Length)
                    return -1;
            }
        }

        return -1;
    }
}
