namespace CrisisFlow.Scoring.Lexicons;

/// <summary>The lexicons written for this product, embedded in the assembly, read once.</summary>
internal static class Lexicon
{
    private static readonly string[] Files = ["modifiers.txt", "chinese.txt", "english.txt", "pictures.txt"];
    private static readonly Lazy<LexiconTable> Loaded = new(Load);

    public static LexiconTable Default => Loaded.Value;

    internal static LexiconTable Load() => new(Files.SelectMany(Lines));

    /// <summary>The phrases of one file that have a value of their own.</summary>
    internal static IEnumerable<(string Phrase, float Value)> Phrases(string file) =>
        LexiconTable
            .Parse(Lines(file))
            .Where(p => p.Value.Kind is LexiconKind.Valence or LexiconKind.Emoticon)
            .Select(p => (p.Key, p.Value.Value));

    private static IEnumerable<string> Lines(string file)
    {
        var name = "lexicon-" + file;
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The lexicon {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
