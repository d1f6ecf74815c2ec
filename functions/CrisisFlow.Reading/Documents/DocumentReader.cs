using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Reading.Decoding;
using CrisisFlow.Reading.Feeds;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Documents;

/// <summary>
/// Bytes to a document: RSS 0.9x/1.0/2.0, Atom 0.3/1.0, CDF, JSON Feed, any JSON API by a mapping, JSON Lines and CSV,
/// told by content. Never throws for what the bytes hold: what cannot be read becomes a problem that names source and
/// place.
/// </summary>
public static class DocumentReader
{
    /// <summary>
    /// Reads a document. Titles and texts come as given, with their markup; <see cref="HtmlToText"/> makes them plain.
    /// </summary>
    public static Document Read(ReadOnlyMemory<byte> bytes, ReadOptions options) =>
        SharedIds.Without(ReadAsGiven(bytes, options), options.Source);

    private static Document ReadAsGiven(ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        var problems = new ProblemList(options);
        return PromisedPlain.Tell(Read(bytes, problems), problems);
    }

    private static Document Read(ReadOnlyMemory<byte> bytes, ProblemList problems)
    {
        var options = problems.Options;
        if (bytes.Length > options.Limits.Bytes)
        {
            problems.Add(
                ReadProblemKind.Limit,
                "",
                $"The document is longer than {options.Limits.Bytes} bytes; the rest was left out."
            );
            bytes = bytes[..options.Limits.Bytes];
        }

        var text = TextDecoder.Decode(bytes.Span, problems).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
            return NotAFeed.Empty(problems);
        if (text[0] is '{' or '[' || IsCommentedJson(text))
            return JsonText.Read(text, problems);
        if (NotAFeed.IsPage(text))
            return NotAFeed.Of(text, problems);
        if (text.Contains("<rss", StringComparison.OrdinalIgnoreCase) || text[0] == '<' || FeedInside(text))
            return Xml(text, problems);
        if (CsvItems.Looks(text))
            return CsvItems.Read(text, problems);
        return NotAFeed.Of(text, problems);
    }

    private static Document Xml(string text, ProblemList problems)
    {
        Element? root = null;
        if (TagLimits.FirstTooBig(text, problems.Options.Limits) < 0)
        {
            root = StrictXml.Read(text, problems, out var reason);
            if (reason is not null)
                problems.Add(reason.Kind, reason.Place, reason.Message);
        }

        root ??= TolerantXml.Read(text, problems);
        if (root is null)
            return NotAFeed.Of(text, problems);
        if (FeedRoots.Find(root) is not { } feed)
        {
            if (NotAFeed.IsPage(text) || root.Key is "html" or "body")
                return NotAFeed.Of(text, problems);
            problems.Add(
                ReadProblemKind.Unrecognised,
                root.Place,
                $"The document is XML with the root element '{ProblemList.Quote(root.Name)}', which is neither RSS, "
                    + "RDF nor Atom."
            );
            return new(DocumentKind.Unknown, null, null, [], problems.All);
        }

        return FeedRoots.KindOf(feed) == DocumentKind.Rss
            ? RssFeed.Read(feed, problems)
            : AtomFeed.Read(feed, problems);
    }

    private static bool FeedInside(string text) =>
        text.Contains("<feed", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<?xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsCommentedJson(string text)
    {
        if (!text.StartsWith("/*", StringComparison.Ordinal))
            return false;
        var end = text.IndexOf("*/", StringComparison.Ordinal);
        return end > 0 && text.AsSpan(end + 2).TrimStart() is ['{' or '[', ..];
    }
}
