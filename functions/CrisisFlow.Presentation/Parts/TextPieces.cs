using DiffPlex;
using DiffPlex.Chunkers;

namespace CrisisFlow.Presentation.Parts;

/// <summary>How texts are taken apart for comparing; the pieces in order are the text again.</summary>
internal static class TextPieces
{
    public static IChunker Sentences { get; } = new CustomFunctionChunker(text => Split(text, EndOfSentence));

    public static IChunker Words { get; } = new CustomFunctionChunker(text => Split(text, EndOfWord));

    private static string[] Split(string text, Func<string, int, int> end)
    {
        var pieces = new List<string>();
        for (int start = 0, next; start < text.Length; start = next)
        {
            next = end(text, start);
            pieces.Add(text[start..next]);
        }

        return [.. pieces];
    }

    private static int EndOfSentence(string text, int at)
    {
        while (at < text.Length && !IsEnd(text, at))
            at++;
        at = Math.Min(at + 1, text.Length);
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;

        static bool IsEnd(string text, int at) =>
            text[at] is '\n' or '。' or '！' or '？' or '；' or '!' or '?' or ';'
            || (text[at] == '.' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));
    }

    private static int EndOfWord(string text, int at)
    {
        var start = at++;
        if (IsLetter(text[start]))
            while (at < text.Length && IsLetter(text[at]))
                at++;
        else if (char.IsHighSurrogate(text[start]) && at < text.Length)
            at++;
        return at;

        // Letters of scripts that put spaces between words; Han, kana and the like are one piece each.
        static bool IsLetter(char c) => char.IsLetterOrDigit(c) && c < '\u2e80';
    }
}
