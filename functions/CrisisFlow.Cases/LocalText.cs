using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Cases;

/// <summary>A text in several languages, by their codes.</summary>
[JsonConverter(typeof(LocalTextJson))]
public sealed record LocalText
{
    public static readonly LocalText Empty = Each(_ => "");

    /// <param name="texts">In the order of <see cref="Language.All"/>; the last ones may be missing.</param>
    public LocalText(params ReadOnlySpan<string> texts)
    {
        var each = ImmutableSortedDictionary.CreateBuilder<Language, string>();
        for (var i = 0; i < texts.Length; i++)
            each[Language.All[i]] = texts[i];
        Texts = each.ToImmutable();
    }

    private LocalText(ImmutableSortedDictionary<Language, string> texts) => Texts = texts;

    public ImmutableSortedDictionary<Language, string> Texts { get; }

    public static LocalText Each(Func<Language, string> text) =>
        new(Language.All.ToImmutableSortedDictionary(one => one, text));

    public static LocalText Of(IEnumerable<KeyValuePair<Language, string>> texts) =>
        new(texts.ToImmutableSortedDictionary());

    /// <summary>A language that has no text gets the English one; without that, the first there is.</summary>
    public string For(Language language) =>
        Texts.GetValueOrDefault(language)
        ?? Texts.GetValueOrDefault(Language.En)
        ?? Texts.Values.FirstOrDefault()
        ?? "";

    public bool Equals(LocalText? other) => other is not null && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() =>
        Texts.Aggregate(0, (hash, one) => HashCode.Combine(hash, one.Key.Code, one.Value));
}

/// <summary>
/// An object with a text for each code: {"zh":"…","en":"…"}. Languages that this version does not know are left out.
/// </summary>
internal sealed class LocalTextJson : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A text in several languages is an object.");
        var texts = new List<KeyValuePair<Language, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = Language.Find(reader.GetString());
            reader.Read();
            var text = reader.GetString() ?? "";
            if (language is not null)
                texts.Add(new(language, text));
        }

        return LocalText.Of(texts);
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.Texts)
            writer.WriteString(language.Code, text);
        writer.WriteEndObject();
    }
}
