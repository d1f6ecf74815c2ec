using System.Collections;

namespace CrisisFlow.Storage;

/// <summary>
/// Named values of an entity: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
/// <see cref="DateTimeOffset"/> (kept in UTC) or <see cref="byte"/> array. A null value is an absent one. Half a
/// surrogate pair
/// becomes U+FFFD, since JSON has no way to write it: every store then gives back the same text.
/// </summary>
public sealed class EntityProperties : IEnumerable<KeyValuePair<string, object>>
{
    // In the order of their names. There are a dozen: a tree would cost more than it finds.
    private readonly List<KeyValuePair<string, object>> _values = [];

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
            throw new ArgumentException(
                $"Property '{name}' has type {value.GetType().Name}; an entity holds string, long, double, bool, "
                    + "DateTimeOffset or byte[].",
                nameof(value)
            );
        Set(name, value);
    }

    public string? Text(string name) => Value(name) as string;

    public long? Number(string name) => Value(name) as long?;

    public double? Real(string name) => Value(name) as double?;

    public bool? Flag(string name) => Value(name) as bool?;

    public DateTimeOffset? Time(string name) => Value(name) as DateTimeOffset?;

    public byte[]? Bytes(string name) => Value(name) as byte[];

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same values, sharing nothing that can change.</summary>
    internal EntityProperties Copy()
    {
        var copy = new EntityProperties();
        copy._values.AddRange(_values);
        for (var i = 0; i < copy._values.Count; i++)
            if (copy._values[i].Value is byte[] bytes)
                copy._values[i] = new(copy._values[i].Key, bytes.ToArray());
        return copy;
    }

    private object? Value(string name) => Find(name) is var at and >= 0 ? _values[at].Value : null;

    private void Set(string name, object? value)
    {
        if (value is string text)
            value = WellFormed(text);
        var at = Find(name);
        if (at < 0 && value is not null)
            _values.Insert(~at, new(name, value));
        else if (at >= 0 && value is not null)
            _values[at] = new(name, value);
        else if (at >= 0)
            _values.RemoveAt(at);
    }

    /// <summary>Index of a name, or the complement of where it belongs.</summary>
    private int Find(string name)
    {
        var (from, to) = (0, _values.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(_values[middle].Key, name);
            if (order == 0)
                return middle;
            if (order < 0)
                from = middle + 1;
            else
                to = middle - 1;
        }

        return ~from;
    }

    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return text;
        return string.Create(
            text.Length,
            text,
            static (kept, text) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    kept[i] = char.IsSurrogate(text[i]) ? '\ufffd' : text[i];
                    if (!char.IsSurrogatePair(text, i))
                        continue;
                    (kept[i], kept[i + 1]) = (text[i], text[i + 1]);
                    i++;
                }
            }
        );
    }
}
