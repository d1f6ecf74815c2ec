namespace CrisisFlow.Core.Folding;

/// <summary>Cuts text to a length without parting a surrogate pair: half a character is none.</summary>
public static class TextCut
{
    /// <summary>The text, or as much of its start as fits.</summary>
    /// <param name="limit">UTF-16 units, 1 or more.</param>
    public static string To(string text, int limit) => text.Length <= limit ? text : text[..Fitting(text, limit)];

    /// <summary>How many units of the text fit; one less than the limit where the last would be half a pair.</summary>
    /// <param name="limit">UTF-16 units, 1 or more.</param>
    public static int Fitting(ReadOnlySpan<char> text, int limit)
    {
        if (text.Length <= limit)
            return text.Length;
        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
