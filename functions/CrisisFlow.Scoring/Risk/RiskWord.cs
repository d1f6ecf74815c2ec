namespace CrisisFlow.Scoring.Risk;

internal enum RiskWordKind : byte
{
    /// <summary>No meaning by itself; at most half of a pair.</summary>
    None,
    Event,

    /// <summary>An event that the one named right before it does to somebody else.</summary>
    Deed,
    Form,
    Authority,
    Negation,
    Denial,
    Lesson,

    /// <summary>What follows is forbidden, not done.</summary>
    Rule,

    /// <summary>What went before is lifted.</summary>
    Undoing,

    /// <summary>Holds another word and means something else.</summary>
    Shield,
    Benign,
}

/// <summary>Meaning of a lexicon word.</summary>
/// <param name="Value">Severity of an event or form, 0 to 1; of a benign sign, what it leaves.</param>
/// <param name="Opens">Bit set of the pairs it is the first half of.</param>
/// <param name="Closes">Bit set of the pairs it is the second half of.</param>
/// <param name="Stem">Whether any ending may follow (English).</param>
/// <param name="Groups">What part it plays beside that.</param>
internal readonly record struct RiskWord(
    RiskWordKind Kind,
    RiskCategory Category,
    float Value,
    uint Opens,
    uint Closes,
    bool Stem,
    RiskGroups Groups
);

/// <summary>
/// Two words that mean something together: an event, or, when the value is negative, what it leaves of every other.
/// </summary>
internal readonly record struct RiskPair(RiskCategory Category, float Value);

/// <summary>A word found in a text.</summary>
internal struct RiskHit
{
    public int Start;
    public int Length;
    public RiskWord Word;

    /// <summary>What is left of the word's value in its context.</summary>
    public float Value;

    public RiskCategory Category;

    public readonly int End => Start + Length;
}
