using System.Globalization;
using CrisisFlow.Cases;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>A place in a YAML file: reads values and notes what is wrong with them, so that everything is told at once.</summary>
/// <param name="node">Null when the place is missing.</param>
/// <param name="at">Node whose line is told when this one is missing.</param>
internal sealed class YamlPlace(string file, string path, YamlNode? node, YamlNode at, List<SettingsProblem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public bool IsMissing => node is null or YamlScalarNode { Value: null or "" or "~", Style: YamlDotNet.Core.ScalarStyle.Plain or YamlDotNet.Core.ScalarStyle.Any };

    /// <summary>A value by name; missing is allowed.</summary>
    public YamlPlace this[string name]
    {
        get
        {
            _read.Add(name);
            var child = node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;
            return new YamlPlace(file, path.Length == 0 ? name : $"{path}.{name}", child, node ?? at, problems);
        }
    }

    public IReadOnlyList<YamlPlace> Items
    {
        get
        {
            if (IsMissing) return [];
            if (node is not YamlSequenceNode list)
            {
                Problem("is not a list.");
                return [];
            }

            return [.. list.Children.Take(200).Select((child, i) => new YamlPlace(file, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", child, node, problems))];
        }
    }

    public void Problem(string what)
    {
        var place = (node ?? at).Start;
        problems.Add(new SettingsProblem($"{file} line {place.Line} column {place.Column}", path, what));
    }

    /// <summary>Names nobody asked for are mistakes, most often of spelling.</summary>
    public void NoOthers()
    {
        if (node is not YamlMappingNode map)
        {
            if (!IsMissing) Problem("is not a block of names and values.");
            return;
        }

        foreach (var key in map.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (_read.Contains(name)) continue;
            problems.Add(new SettingsProblem($"{file} line {key.Start.Line} column {key.Start.Column}", path.Length == 0 ? name : $"{path}.{name}", $"is not known here; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}."));
        }
    }

    public string Text(int limit, string? fallback = null)
    {
        if (IsMissing)
        {
            if (fallback is null) Problem("is missing.");
            return fallback ?? "";
        }

        var text = (node as YamlScalarNode)?.Value?.Trim() ?? "";
        if (node is not YamlScalarNode) Problem("is not a text.");
        if (text.Length > limit) Problem($"has {text.Length} characters; the limit is {limit}.");
        return text;
    }

    /// <summary>Lower-case letters, digits and '-'.</summary>
    public string Id(int limit, string? fallback = null)
    {
        var id = Text(limit, fallback);
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            Problem($"is '{id}'; an id has 1 to {limit} characters a-z, 0-9 and '-'.");
        return id;
    }

    /// <summary>Both languages, or one text for both.</summary>
    public LocalText Local(int limit, LocalText? fallback = null)
    {
        if (IsMissing && fallback is not null) return fallback;
        if (node is YamlScalarNode or null) return Text(limit) is var text ? new LocalText(text, text) : LocalText.Empty;
        var both = new LocalText(this["zh"].Text(limit), this["en"].Text(limit));
        NoOthers();
        return both;
    }

    public TimeSpan Duration(TimeSpan least, TimeSpan most, TimeSpan? fallback = null)
    {
        if (IsMissing && fallback is { } given) return given;
        var text = Text(40);
        if (text.Length == 0) return least;
        if (!Durations.TryParse(text, out var duration))
        {
            Problem($"is '{text}'; a length of time is written like 30m, 2h or 1d.");
            return least;
        }

        if (duration >= least && duration <= most) return duration;
        Problem($"is {text}; it is {Durations.Format(least)} to {Durations.Format(most)}.");
        return least;
    }

    public double Number(double least, double most, double fallback)
    {
        if (IsMissing) return fallback;
        var text = Text(40);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Problem(string.Create(CultureInfo.InvariantCulture, $"is '{text}'; it is a number from {least} to {most}."));
        return fallback;
    }

    public int Whole(int least, int most, int fallback)
    {
        if (IsMissing) return fallback;
        var text = Text(40);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Problem($"is '{text}'; it is a whole number from {least} to {most}.");
        return fallback;
    }

    public bool Flag(bool fallback)
    {
        if (IsMissing) return fallback;
        var text = Text(10);
        if (text is "true" or "false") return text == "true";
        Problem($"is '{text}'; it is true or false.");
        return fallback;
    }

    public DateOnly? Date()
    {
        if (IsMissing) return null;
        var text = Text(20);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Problem($"is '{text}'; a day is written like 2026-01-31.");
        return null;
    }

    /// <summary>A name of the enumeration, written in camelCase.</summary>
    public T OneOf<T>(T fallback)
        where T : struct, Enum
    {
        if (IsMissing) return fallback;
        var text = Text(60);
        foreach (var value in Enum.GetValues<T>())
            if (NameOf(value) == text) return value;
        Problem($"is '{text}'; it is one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}.");
        return fallback;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
