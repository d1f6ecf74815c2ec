namespace CrisisFlow.Reading.Markup;

internal readonly record struct Tag(string Name, IReadOnlyList<(string Name, string Value)> Attributes, bool Empty);

/// <summary>
/// Reads one start tag, however it is written: quoted, unquoted or missing values, and a "&lt;" where it never ended.
/// </summary>
internal static class TagScanner
{
    /// <param name="at">At "&lt;"; moved behind the tag.</param>
    public static Tag Read(string text, ref int at, ReadLimits limits)
    {
        var start = at++;
        var name = Name(text, ref at);
        List<(string, string)>? attributes = null;
        while (at < text.Length && at - start <= limits.TagLength)
        {
            var c = text[at];
            if (c == '>')
            {
                at++;
                return new(name, attributes ?? [], false);
            }

            if (c == '<')
                break;
            if (c == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                at += 2;
                return new(name, attributes ?? [], true);
            }

            if (char.IsWhiteSpace(c) || c is '/' or '"' or '\'' or '=')
            {
                at++;
                continue;
            }

            var attribute = Name(text, ref at);
            if (attribute.Length == 0)
            {
                at++;
                continue;
            }

            var value = Value(text, ref at, limits.TagLength);
            if ((attributes ??= []).Count <= limits.Attributes)
                attributes.Add((attribute, value));
        }

        if (at < text.Length && text[at] != '<')
            Skip(text, ref at);
        return new(name, attributes ?? [], false);
    }

    public static (string Prefix, string Name) Split(string written)
    {
        var colon = written.IndexOf(':');
        return colon <= 0 || colon == written.Length - 1
            ? ("", written.Trim(':'))
            : (written[..colon], written[(colon + 1)..]);
    }

    private static string Name(string text, ref int at)
    {
        var start = at;
        while (
            at < text.Length
            && !char.IsWhiteSpace(text[at])
            && text[at] is not ('>' or '/' or '=' or '<' or '"' or '\'')
            && at - start < 256
        )
            at++;
        return text[start..at];
    }

    private static string Value(string text, ref int at, int limit)
    {
        var here = at;
        while (here < text.Length && char.IsWhiteSpace(text[here]))
            here++;
        if (here >= text.Length || text[here] != '=')
            return "";
        here++;
        while (here < text.Length && char.IsWhiteSpace(text[here]))
            here++;
        if (here >= text.Length)
        {
            at = here;
            return "";
        }

        var end = here;
        if (text[here] is '"' or '\'')
        {
            end = text.AsSpan(here + 1, Math.Min(limit, text.Length - here - 1)).IndexOf(text[here]);
            if (end >= 0)
            {
                at = here + end + 2;
                return Entities.Decode(XmlCharacters.Clean(text.Substring(here + 1, end)));
            }

            end = ++here;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or '<') && end - here < 4096)
            end++;
        at = end;
        return Entities.Decode(XmlCharacters.Clean(text[here..end]));
    }

    private static void Skip(string text, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny('>', '<');
        at = end < 0 ? text.Length : at + end + (text[at + end] == '>' ? 1 : 0);
    }
}
