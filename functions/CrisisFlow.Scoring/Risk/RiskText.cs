namespace CrisisFlow.Scoring.Risk;

internal static class RiskText
{
    /// <summary>Where the sentence that starts here ends: the place of its closing mark, or the text's end.</summary>
    public static int SentenceEnd(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '。' or '！' or '？' or '!' or '?' or '；' or ';' or '\n':
                    return i;
                case '.' when i + 1 < text.Length && text[i + 1] == ' ':
                    return i;
            }
        }
        return text.Length;
    }

    /// <summary>A number with 万 or 亿 right behind it, in yuan; 0 when there is none.</summary>
    public static double Money(ReadOnlySpan<char> text)
    {
        var best = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var value = 0.0;
            var scale = 0.0;
            for (; i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && scale == 0)); i++)
            {
                if (text[i] == '.')
                {
                    scale = 1;
                    continue;
                }
                value = value * 10 + (text[i] - '0');
                if (scale > 0)
                    scale *= 10;
            }
            if (scale > 0)
                value /= scale;
            if (i < text.Length && text[i] == '万')
                best = Math.Max(best, value * 1e4);
            else if (i < text.Length && text[i] == '亿')
                best = Math.Max(best, value * 1e8);
            else if (i < text.Length && text[i] == '元')
                best = Math.Max(best, value);
        }
        return best;
    }
}
