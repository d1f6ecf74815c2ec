using System.Collections.Frozen;
using System.Globalization;
using CrisisFlow.Cases;

namespace CrisisFlow.Presentation.Wording;

/// <summary>
/// Every sentence a person sees, in one language. The lines lie in the language's file beside this one, a channel's
/// with the channel.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<Language, Texts> ByLanguage = Language.All.ToFrozenDictionary(
        language => language,
        language => new Texts(language, WordingFiles.Read(language))
    );

    private Texts(Language language, IReadOnlyDictionary<string, string> lines) =>
        (Language, Lines) = (language, lines);

    public static Texts For(Language language) => ByLanguage[language];

    /// <summary>Null when there is no language of this code.</summary>
    public static Texts? Find(string? code) => Language.Find(code) is { } language ? ByLanguage[language] : null;

    public Language Language { get; }

    /// <summary>Value of the lang attribute.</summary>
    public string Lang => Language.Tag;

    internal IReadOnlyDictionary<string, string> Lines { get; }

    /// <summary>The text under a key; the key itself in brackets when there is none, which a test forbids.</summary>
    public string this[string key] => Lines.TryGetValue(key, out var text) ? text : $"[{key}]";

    /// <summary>
    /// The text with {0}, {1} … filled. Values stay plain text: they are encoded where the whole is shown.
    /// </summary>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A value of a closed set: key "TypeName.Value".</summary>
    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}.{value}"];

    /// <summary>
    /// A language's name in this one; as its own speakers write it where this one has no word for it.
    /// </summary>
    public string Of(Language language) => Lines.GetValueOrDefault($"Language.{language.Name}") ?? language.OwnName;
}
