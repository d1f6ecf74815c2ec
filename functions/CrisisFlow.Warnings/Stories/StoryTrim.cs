namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// Takes away what a platform adds to a story: addresses, repost chains, the name of the paper after the headline.
/// </summary>
internal static class StoryTrim
{
    private const int LongestPaperName = 16;
    private const int ShortestHeadline = 10;

    public static string Trim(string text)
    {
        var chain = text.IndexOf("//@", StringComparison.Ordinal);
        if (chain > ShortestHeadline)
            text = text[..chain];
        text = WithoutLinks(text);
        foreach (var separator in (ReadOnlySpan<string>)[" - ", " | ", " _ ", "_", "|", " — ", "--"])
        {
            var at = text.LastIndexOf(separator, StringComparison.Ordinal);
            if (
                at >= ShortestHeadline
                && text.Length - at - separator.Length <= LongestPaperName
                && !ContainsDigit(text.AsSpan(at))
            )
                return text[..at];
        }

        return text;
    }

    private static string WithoutLinks(string text)
    {
        while (
            text.IndexOf("http", StringComparison.OrdinalIgnoreCase) is var start and >= 0
            && text.AsSpan(start).IndexOf("://") is 4 or 5
        )
        {
            var end = start;
            while (end < text.Length && text[end] is > ' ' and < '\u007F')
                end++;
            text = text[..start] + text[end..];
        }

        return text;
    }

    private static bool ContainsDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;
}
