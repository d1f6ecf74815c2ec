using System.Collections;

namespace CrisisFlow.Storage;

/// <summary>
/// Named values of an entity: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
/// <see cref="DateTimeOffset"/> (kept in UTC) or <see cref="byte"/> array. A null value is an absent one. Half a surrogate pair
/// becomes U+FFFD, since JSON has no way to write it: every store then gives back the same text.
/// </summary>
public sealed class EntityProperties : IEnumerable<KeyValuePair<string, object>>
{
    private readonly SortedDictionary<string, object> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    public void Add(string name, string? value) => Set(name, value);

    public void Add(string name, long? value) => Set(name, value);

    public void Add(string name, double? value) => Set(name, value);

    public void Add(string name, bool? value) => Set(name, value);

    public void Add(string name, DateTimeOffset? value) => Set(name, value?.ToUniversalTime());

    public void Add(string name, byte[]? value) => Set(name, value);

    /// <summary>Adds a value of one of the six types; anything else throws <see cref="ArgumentException"/>.</summary>
    public void AddObject(string name, object value)
    {
        if (value is not (string or long or double or bool or DateTimeOffset or byte[]))
            throw new ArgumentException($"Property '{name}' has type {value.GetType().Name}; an entity holds string, long, double, bool, DateTimeOffset or byte[].", nameof(value));
        Set(name, value);
    }

    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    public long? Number(string name) => _values.GetValueOrDefault(name) as long?;

    public double? Real(string name) => _values.GetValueOrDefault(name) as double?;

    public bool? Flag(string name) => _values.GetValueOrDefault(name) as bool?;

    public DateTimeOffset? Time(string name) => _values.GetValueOrDefault(name) as DateTimeOffset?;

    public byte[]? Bytes(string name) => _values.GetValueOrDefault(name) as byte[];

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string name, object? value)
    {
        if (value is null)
        {
            _values.Remove(name);
        }
        else
        {
            _values[name] = value is string text ? WellFormed(text) : value;
        }
    }

    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0) return text;
        return string.Create(text.Length, text, static (kept, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                kept[i] = char.IsSurrogate(text[i]) ? '\ufffd' : text[i];
                if (!char.IsSurrogatePair(text, i)) continue;
                (kept[i], kept[i + 1]) = (text[i], text[i + 1]);
                i++;
            }
        });
    }
}
