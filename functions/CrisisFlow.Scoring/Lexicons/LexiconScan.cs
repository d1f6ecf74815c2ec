namespace CrisisFlow.Scoring.Lexicons;

/// <summary>
/// Reads a folded text once, from left to right, and gathers phrases of feeling with what modifies them.
/// </summary>
internal ref struct LexiconScan(LexiconTable table, ReadOnlySpan<char> text, Span<LexiconHit> hits)
{
    /// <summary>A negation or emphasis reaches over at most this many words (Latin) or characters (Han).</summary>
    private const int Reach = 4;

    private const int MaxPhraseWords = 5;
    private readonly LexiconTable _table = table;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<LexiconHit> _hits = hits;
    private int _count;
    private int _token;
    private int _sentence;
    private int _sentenceHit;
    private float _negation = 1;
    private int _negatedUntil = -1;
    private float _emphasis = 1;
    private int _emphasisUntil = -1;
    private float _contrast = 1;
    private float _afterContrast;

    /// <summary>The hits, in the text's order.</summary>
    public readonly ReadOnlySpan<LexiconHit> Hits => _hits[.._count];

    public LexiconFacts Read()
    {
        var facts = new LexiconFacts();
        for (var i = 0; i < _text.Length; )
        {
            var c = _text[i];
            if (SentimentFold.IsWord(c))
            {
                var end = WordEnd(i);
                facts.Letters += end - i;
                i = ReadWord(i, end);
                continue;
            }
            if (SentimentFold.IsHan(c))
                facts.Han++;
            var length = _table.LongestAt(_text, i, out var entry);
            if (length > 0)
            {
                Take(entry, i, length);
                facts.Han += SentimentFold.IsHan(c) ? length - 1 : 0;
                i += length;
                continue;
            }
            if (c == '!')
                facts.Exclamations++;
            else if (c == '?')
                facts.Questions++;
            if (SentimentFold.EndsClause(c))
                EndClause(c);
            else if (c != ' ')
                _token++;
            i++;
        }
        Sum(ref facts);
        return facts;
    }

    private readonly int WordEnd(int start)
    {
        var end = start + 1;
        while (end < _text.Length && SentimentFold.IsWord(_text[end]))
            end++;
        return end;
    }

    private int ReadWord(int start, int end)
    {
        var hash = LexiconTable.Hash(_text[start..end]);
        var found = _table.Find(hash, out var entry);
        var best = end;
        if (_table.Opens(hash))
        {
            var next = end;
            for (
                var words = 1;
                words < MaxPhraseWords
                    && next + 1 < _text.Length
                    && _text[next] == ' '
                    && SentimentFold.IsWord(_text[next + 1]);
                words++
            )
            {
                hash = LexiconTable.Mix(hash, ' ');
                var wordEnd = WordEnd(next + 1);
                foreach (var c in _text[(next + 1)..wordEnd])
                    hash = LexiconTable.Mix(hash, c);
                next = wordEnd;
                if (_table.Find(hash, out var longer))
                    (found, entry, best) = (true, longer, next);
            }
        }
        if (!found)
            found = EnglishForms.Find(_table, _text[start..end], out entry);
        if (found)
            Take(entry, start, best - start);
        else
            _token++;
        return best;
    }

    private void Take(LexiconEntry entry, int start, int length)
    {
        _token++;
        switch (entry.Kind)
        {
            case LexiconKind.Negator:
                // Two negations close together cancel; the factor never grows.
                _negation = _token <= _negatedUntil && _negation < 0 ? 1 : entry.Value;
                _negatedUntil = _token + Reach;
                break;
            case LexiconKind.Amplifier:
                _emphasis = _token <= _emphasisUntil ? _emphasis * entry.Value : entry.Value;
                _emphasisUntil = _token + Reach - 1;
                break;
            case LexiconKind.Contrast:
                for (var i = _sentenceHit; i < _count; i++)
                    _hits[i].Value *= 2 - Math.Min(entry.Value, 1.6f);
                _contrast = entry.Value;
                _negatedUntil = -1;
                break;
            case LexiconKind.Emoticon:
                Add(start, length, entry.Value, picture: true);
                break;
            default:
                if (entry.Value != 0)
                {
                    Add(start, length, Modified(entry.Value), picture: false);
                    _negatedUntil = Math.Min(_negatedUntil, _token + 2);
                    _emphasisUntil = -1;
                }
                break;
        }
    }

    private readonly float Modified(float value)
    {
        if (_token <= _emphasisUntil)
            value *= _emphasis;
        if (_token <= _negatedUntil)
            // "not terrible" is fainter praise than "not good" is blame.
            value *= value > 0 ? _negation : _negation * 0.6f;
        return value * _contrast;
    }

    private void Add(int start, int length, float value, bool picture)
    {
        if (_count < _hits.Length)
            _hits[_count++] = new LexiconHit(start, length, value, _sentence, picture);
        if (_contrast != 1)
            _afterContrast += value;
    }

    private void EndClause(char c)
    {
        _negatedUntil = -1;
        _emphasisUntil = -1;
        if (!SentimentFold.EndsSentence(c))
            return;
        _contrast = 1;
        _sentence++;
        _sentenceHit = _count;
    }

    private readonly void Sum(ref LexiconFacts facts)
    {
        facts.Hits = _count;
        facts.AfterContrast = _afterContrast;
        var last = _count == 0 ? -1 : _hits[_count - 1].Sentence;
        var first = _count == 0 ? -1 : _hits[0].Sentence;
        foreach (var hit in Hits)
        {
            facts.Strength += Math.Abs(hit.Value);
            if (hit.Picture)
                facts.Pictures += hit.Value;
            else if (hit.Value > 0)
                facts.Positive += hit.Value;
            else
                facts.Negative += hit.Value;
            if (hit.Sentence == last)
                facts.LastSentence += hit.Value;
            if (hit.Sentence == first)
                facts.FirstSentence += hit.Value;
        }
    }
}
