namespace CrisisFlow.Scoring.Lexicons;

/// <summary>What the lexicons found in one text, summed.</summary>
internal struct LexiconFacts
{
    public float Positive;
    public float Negative;
    public float Pictures;
    public float FirstSentence;
    public float LastSentence;
    public float AfterContrast;

    /// <summary>The sum of all values without their signs.</summary>
    public float Strength;

    public int Hits;
    public int Exclamations;
    public int Questions;
    public int Han;
    public int Letters;

    public readonly float Sum => Positive + Negative;
}
