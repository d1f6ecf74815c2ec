namespace CrisisFlow.Scoring.Lexicons;

internal enum LexiconKind : byte
{
    None,

    /// <summary>
    /// Speaks for positive or negative by itself; value -4 to 4. Zero: a fixed phrase that hides the words inside it.
    /// </summary>
    Valence,

    /// <summary>
    /// A picture of a feeling: emoji, emoticon, bracketed sticker name. Value -4 to 4; nothing modifies it.
    /// </summary>
    Emoticon,

    /// <summary>Turns what follows; value is the factor, below 0.</summary>
    Negator,

    /// <summary>Makes what follows stronger (above 1) or weaker (below 1).</summary>
    Amplifier,

    /// <summary>What follows counts more than what came before; value is the factor for what follows.</summary>
    Contrast,
}

internal readonly record struct LexiconEntry(LexiconKind Kind, float Value);
