using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>
/// A query's characters as tokens. Full-width forms are read as their ASCII twins, one for one, so columns stay true.
/// </summary>
internal sealed class QueryLexer(string query, List<QueryError> errors)
{
    private readonly string _source = string.Create(
        query.Length,
        query,
        static (ascii, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                ascii[i] = Ascii(text[i]);
        }
    );

    private readonly List<QueryToken> _tokens = [];
    private readonly List<QueryTerm> _terms = [];

    public IReadOnlyList<QueryTerm> Terms => _terms;

    public List<QueryToken> Read()
    {
        var at = 0;
        while (at < _source.Length)
            at = _source[at] switch
            {
                ' ' => at + 1,
                '(' => Sign(QueryTokenKind.Open, at),
                ')' => Sign(QueryTokenKind.Close, at),
                '|' => Sign(QueryTokenKind.Or, at),
                '-' when at + 1 < _source.Length && _source[at + 1] is not (' ' or '-' or ')' or '|') => Sign(
                    QueryTokenKind.Not,
                    at
                ),
                '"' => Phrase(at),
                _ => Word(at),
            };
        _tokens.Add(new QueryToken(QueryTokenKind.End, Column(_source.Length), "the end"));
        return _tokens;
    }

    private int Sign(QueryTokenKind kind, int at)
    {
        _tokens.Add(new QueryToken(kind, Column(at), _source[at].ToString()));
        return at + 1;
    }

    private int Phrase(int start)
    {
        var end = _source.IndexOf('"', start + 1);
        if (end < 0)
        {
            errors.Add(new QueryError(Column(start), "this quotation mark is never closed"));
            end = _source.Length;
        }

        AddTerm(
            start,
            query[(start + 1)..end],
            open: false,
            "there is nothing between these quotation marks",
            quoted: true
        );
        return end + 1;
    }

    private int Word(int start)
    {
        var end = start;
        while (end < _source.Length && _source[end] is not (' ' or '(' or ')' or '|' or '"'))
            end++;
        var word = _source[start..end];
        QueryTokenKind? kind = word switch
        {
            "AND" => QueryTokenKind.And,
            "OR" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => null,
        };
        if (kind is { } sign)
        {
            _tokens.Add(new QueryToken(sign, Column(start), word));
            return end;
        }

        var star = word.IndexOf('*');
        if (star >= 0 && star < word.Length - 1)
            errors.Add(new QueryError(Column(start + star), "* is only allowed at the end of a word"));
        AddTerm(
            start,
            query[start..end].TrimEnd('*', '\uFF0A'),
            open: star >= 0,
            star == 0 ? "* needs the beginning of a word before it" : "this is no word to look for"
        );
        return end;
    }

    private void AddTerm(int start, string written, bool open, string emptyMessage, bool quoted = false)
    {
        var folded = TextFolding.FoldForMatching(TextFolding.Normalize(written));
        if (folded.Length == 0)
            errors.Add(new QueryError(Column(start), emptyMessage));
        else if (folded.Length > TopicQuery.TermLimit)
            errors.Add(
                new QueryError(
                    Column(start),
                    $"this word or phrase has {folded.Length} characters; the limit is {TopicQuery.TermLimit}"
                )
            );
        // A term that cannot be searched for stays in the tree, so that only its own error is reported.
        var term = new QueryTerm(folded.Length == 0 ? "\uFFFD" : folded, open);
        var index = _terms.IndexOf(term);
        if (index < 0)
        {
            index = _terms.Count;
            _terms.Add(term);
        }

        _tokens.Add(new QueryToken(QueryTokenKind.Term, Column(start), written, index, quoted));
    }

    /// <summary>Counted in characters, not in UTF-16 units.</summary>
    private int Column(int offset)
    {
        var column = 1;
        for (var i = 0; i < offset; i++)
            if (!char.IsLowSurrogate(_source[i]))
                column++;
        return column;
    }

    private static char Ascii(char character) =>
        character switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
            '\u201C' or '\u201D' or '\u201E' or '\u300C' or '\u300D' or '\u300E' or '\u300F' => '"',
            _ when char.IsWhiteSpace(character) || char.IsControl(character) => ' ',
            _ => character,
        };
}
