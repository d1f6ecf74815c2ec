namespace CrisisFlow.Settings;

/// <summary>
/// Part of a section that a project further on brings with what it sets up, such as a channel. Its properties are
/// settings like all
/// others: described by <see cref="System.ComponentModel.DescriptionAttribute"/>, limited by a range, bound and
/// documented.
/// </summary>
public interface ISettingsPart
{
    /// <summary>
    /// What must hold beyond single values: the setting within its section (webhooks[0].url) and a sentence.
    /// </summary>
    IEnumerable<(string Setting, string Message)> Failures();
}

/// <summary>A section made of parts, one of each class. Settings are read into the parts that are there.</summary>
public sealed class SettingsParts(params IEnumerable<ISettingsPart> parts)
{
    private readonly Dictionary<Type, ISettingsPart> _parts = parts.ToDictionary(part => part.GetType());

    public IReadOnlyCollection<ISettingsPart> All => _parts.Values;

    /// <summary>The part of this class; one with its defaults is made where there is none.</summary>
    public T Of<T>()
        where T : class, ISettingsPart, new()
    {
        if (!_parts.TryGetValue(typeof(T), out var part))
            _parts[typeof(T)] = part = new T();
        return (T)part;
    }
}
