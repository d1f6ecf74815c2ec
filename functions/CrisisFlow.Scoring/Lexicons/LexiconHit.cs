namespace CrisisFlow.Scoring.Lexicons;

/// <summary>A phrase of feeling found in a text, after negation, emphasis and contrast have had their say.</summary>
internal record struct LexiconHit(int Start, int Length, float Value, int Sentence, bool Picture);
