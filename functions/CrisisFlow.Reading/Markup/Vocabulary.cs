using System.Collections.Frozen;

namespace CrisisFlow.Reading.Markup;

/// <summary>Whose word an element is.</summary>
internal enum Vocabulary
{
    /// <summary>
    /// The feed's own: RSS in an RSS document, Atom in an Atom document, whatever its namespace is called.
    /// </summary>
    Own,
    Atom,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Itunes,
    Slash,
    Thread,
    Rdf,
    Xhtml,
    Other,
}

/// <summary>
/// Namespaces to vocabularies. Feeds misspell them in every way, so case, white space and a missing end do not matter.
/// </summary>
internal static class Vocabularies
{
    private static readonly FrozenDictionary<string, Vocabulary> ByNamespace = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Own,
        ["http://backend.userland.com/rss"] = Vocabulary.Own,
        ["http://backend.userland.com/rss2"] = Vocabulary.Own,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Own,
        ["http://cyber.law.harvard.edu/rss"] = Vocabulary.Own,
        ["http://purl.org/rss/1.0"] = Vocabulary.Own,
        ["http://purl.org/rss/1.0/modules/rss091"] = Vocabulary.Own,
        ["http://my.netscape.com/rdf/simple/0.9"] = Vocabulary.Own,
        ["http://channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Own,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Own,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["http://purl.org/atom/ns"] = Vocabulary.Atom,
        ["http://example.com/necho"] = Vocabulary.Atom,
        ["http://purl.org/echo"] = Vocabulary.Atom,
        ["http://purl.org/pie"] = Vocabulary.Atom,
        ["uri/of/echo/namespace"] = Vocabulary.Atom,
        ["http://purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["http://purl.org/metadata/dublin_core"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms"] = Vocabulary.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://tools.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://video.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["http://example.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["http://purl.org/rss/1.0/modules/slash"] = Vocabulary.Slash,
        ["http://purl.org/syndication/thread/1.0"] = Vocabulary.Thread,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["http://www.w3.org/2000/svg"] = Vocabulary.Xhtml,
        ["http://www.w3.org/1998/math/mathml"] = Vocabulary.Xhtml,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Vocabulary> ByPrefix = new Dictionary<string, Vocabulary>
    {
        ["atom"] = Vocabulary.Atom,
        ["atom03"] = Vocabulary.Atom,
        ["atom10"] = Vocabulary.Atom,
        ["a10"] = Vocabulary.Atom,
        ["rss"] = Vocabulary.Own,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinCoreTerms,
        ["content"] = Vocabulary.Content,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.Itunes,
        ["slash"] = Vocabulary.Slash,
        ["thr"] = Vocabulary.Thread,
        ["rdf"] = Vocabulary.Rdf,
        ["xhtml"] = Vocabulary.Xhtml,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="rootNamespace">
    /// The namespace of the document's own words; null while the root itself is asked for.
    /// </param>
    public static Vocabulary Of(string prefix, string? declared, string? rootNamespace)
    {
        if (declared is null)
            return prefix.Length == 0 ? Vocabulary.Own : ByPrefix.GetValueOrDefault(prefix, Vocabulary.Other);
        if (prefix.Length == 0 && rootNamespace is not null && declared == rootNamespace)
            return Vocabulary.Own;
        if (ByNamespace.TryGetValue(declared, out var exact))
            return exact;
        if (ByNamespace.TryGetValue(Normal(declared), out var known))
            return known;
        return prefix.Length == 0 ? Vocabulary.Own : ByPrefix.GetValueOrDefault(prefix, Vocabulary.Other);
    }

    private static string Normal(string uri)
    {
        var normal = uri.Trim().ToLowerInvariant().TrimEnd('#', '/');
        return normal.StartsWith("https:", StringComparison.Ordinal) ? "http:" + normal[6..] : normal;
    }
}
