using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Documents;

/// <summary>
/// Tells what came when no document came: nothing, a web page, a gatekeeper. None of them means that the source is
/// quiet.
/// </summary>
internal static class NotAFeed
{
    private static readonly string[] Challenges =
    [
        "cf-challenge",
        "challenge-platform",
        "cf_chl_",
        "cf-mitigated",
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Checking your browser before accessing",
        "DDoS protection by",
        "Enable JavaScript and cookies to continue",
        "Verifying you are human",
        "Please verify you are a human",
        "g-recaptcha",
        "h-captcha",
        "访问验证",
        "安全验证",
        "人机验证",
        "captcha",
    ];

    public static Document Of(string text, ProblemList problems)
    {
        var (kind, message) = Tell(text);
        problems.Add(kind, "", message);
        return new(DocumentKind.Unknown, null, null, [], problems.All);
    }

    public static Document Empty(ProblemList problems)
    {
        problems.Add(
            ReadProblemKind.Empty,
            "",
            "The document is empty; a source that has nothing to say sends a document without items."
        );
        return new(DocumentKind.Unknown, null, null, [], problems.All);
    }

    public static bool IsPage(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1024)).TrimStart();
        if (
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("<rss", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("<feed", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("<rdf", StringComparison.OrdinalIgnoreCase);
    }

    private static (ReadProblemKind Kind, string Message) Tell(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 64 * 1024));
        var page =
            start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase);
        foreach (var mark in Challenges)
            if (page && start.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return (
                    ReadProblemKind.Challenge,
                    $"A page that asks for proof of a human came instead of a document (it says '{mark}')."
                );
        if (page)
            return (
                ReadProblemKind.WebPage,
                $"A web page came instead of a document{TitleOf(start)}; the address may be that of the site and "
                    + "not of its feed."
            );
        if (IsBinary(start))
            return (
                ReadProblemKind.Unrecognised,
                "The document is no text: it begins with control characters, as archives, pictures and programs do."
            );
        var begin = ProblemList.Quote(text.TrimStart().Length > 40 ? text.TrimStart()[..40] + "…" : text.TrimStart());
        return (
            ReadProblemKind.Unrecognised,
            $"The document begins '{begin}' and is neither RSS, Atom, JSON nor CSV with a title or text field."
        );
    }

    private static bool IsBinary(ReadOnlySpan<char> start)
    {
        foreach (var c in start[..Math.Min(start.Length, 64)])
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f'))
                return true;
        return false;
    }

    private static string TitleOf(ReadOnlySpan<char> page)
    {
        var open = page.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        if (open < 0)
            return "";
        var rest = page[open..];
        var begin = rest.IndexOf('>');
        var end = rest.IndexOf("</title", StringComparison.OrdinalIgnoreCase);
        return begin < 0 || end <= begin
            ? ""
            : $" (its title is '{ProblemList.Quote(HtmlToText.ToText(rest[(begin + 1)..end].ToString()))}')";
    }
}
