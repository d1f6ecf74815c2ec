namespace CrisisFlow.Warnings.Stories;

internal enum StoryTokenKind : byte
{
    /// <summary>One Chinese or Japanese character; its code is the character.</summary>
    Han,

    /// <summary>A word of a script with spaces; its code is a hash of the folded word.</summary>
    Word,

    /// <summary>A number in digits or words; its code is a hash of its value.</summary>
    Number,

    /// <summary>A word that turns what follows into its opposite.</summary>
    Negation,
}

/// <param name="Code">Equal for tokens that mean the same.</param>
/// <param name="Stem">
/// A hash of a word's beginning, so that "recall" and "recalled" are one; the code for everything else.
/// </param>
/// <param name="IsCapital">A word that begins with a capital letter.</param>
internal readonly record struct StoryToken(StoryTokenKind Kind, uint Code, uint Stem, bool IsCapital = false)
{
    public bool Means(StoryToken other) =>
        Kind == other.Kind && (Code == other.Code || (Kind == StoryTokenKind.Word && Stem == other.Stem));
}
