namespace CrisisFlow.Cases.Playbooks;

/// <summary>Fills {{name}} in templates and finds what was left.</summary>
public static class Placeholders
{
    /// <summary>Known names are replaced, unknown ones stay for the author to fill.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        // One pass: a value from outside that looks like a placeholder is not filled in turn.
        var filled = new System.Text.StringBuilder(template.Length);
        var from = 0;
        while (
            template.IndexOf("{{", from, StringComparison.Ordinal) is var start and >= 0
            && template.IndexOf("}}", start, StringComparison.Ordinal) is var end and >= 0
        )
        {
            filled.Append(template, from, start - from);
            filled.Append(values.GetValueOrDefault(template[(start + 2)..end].Trim()) ?? template[start..(end + 2)]);
            from = end + 2;
        }

        return filled.Append(template, from, template.Length - from).ToString();
    }

    /// <summary>The first placeholder in the text, braces included; null when none is left.</summary>
    public static string? FirstLeft(string text)
    {
        var start = text.IndexOf("{{", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = text.IndexOf("}}", start, StringComparison.Ordinal);
        return end < 0 ? text[start..Math.Min(text.Length, start + 40)] : text[start..(end + 2)];
    }
}
