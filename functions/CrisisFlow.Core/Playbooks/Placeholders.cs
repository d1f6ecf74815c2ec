namespace CrisisFlow.Core.Playbooks;

/// <summary>Fills {{name}} in templates and finds what was left.</summary>
public static class Placeholders
{
    /// <summary>Known names are replaced, unknown ones stay for the author to fill.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
            template = template.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        return template;
    }

    /// <summary>The first placeholder in the text, braces included; null when none is left.</summary>
    public static string? FirstLeft(string text)
    {
        var start = text.IndexOf("{{", StringComparison.Ordinal);
        if (start < 0) return null;
        var end = text.IndexOf("}}", start, StringComparison.Ordinal);
        return end < 0 ? text[start..Math.Min(text.Length, start + 40)] : text[start..(end + 2)];
    }
}
