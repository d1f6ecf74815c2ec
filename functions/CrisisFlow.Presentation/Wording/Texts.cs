using System.Collections.Frozen;
using System.Globalization;
using CrisisFlow.Cases;

namespace CrisisFlow.Presentation.Wording;

/// <summary>Every sentence a person sees, by language. The texts lie in en.txt and zh.txt beside this file, one line a key.</summary>
public sealed class Texts
{
    public static readonly Texts En = new("en");

    public static readonly Texts Zh = new("zh");

    private readonly FrozenDictionary<string, string> _lines;

    private Texts(string code)
    {
        Code = code;
        _lines = Read(code).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Texts For(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>Language code as HTML wants it: en or zh.</summary>
    public string Code { get; }

    /// <summary>Value of the lang attribute.</summary>
    public string Lang => Code == "zh" ? "zh-CN" : "en";

    internal IReadOnlyDictionary<string, string> Lines => _lines;

    /// <summary>The text under a key; the key itself in brackets when there is none, which a test forbids.</summary>
    public string this[string key] => _lines.TryGetValue(key, out var text) ? text : $"[{key}]";

    /// <summary>The text with {0}, {1} … filled. Values stay plain text: they are encoded where the whole is shown.</summary>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A value of a closed set: key "TypeName.Value".</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}.{value}"];

    private static IEnumerable<KeyValuePair<string, string>> Read(string code)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"wording-{code}.txt")
            ?? throw new InvalidOperationException($"Texts {code} are not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('#') || equals < 0) continue;
            yield return new(line[..equals].Trim(), line[(equals + 1)..].Trim().Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\s", " ", StringComparison.Ordinal));
        }
    }
}
