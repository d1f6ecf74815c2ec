namespace CrisisFlow.Web;

/// <summary>Fields of a form: each name at most once.</summary>
internal sealed class Fields(IReadOnlyDictionary<string, string> values)
{
    public static readonly Fields None = new(new Dictionary<string, string>());

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>A field as a person typed it; empty when it was not sent.</summary>
    public string Text(string name) => Typed(this[name]);

    /// <summary>Line ends made one, white space at both ends removed; nothing else is touched.</summary>
    public static string Typed(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
