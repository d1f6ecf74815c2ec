using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Authors, who are written "mail (name)", "name &lt;mail&gt;" or with elements of their own.</summary>
internal static class Persons
{
    /// <summary>The name where there is one, else what there is; null for nothing.</summary>
    public static string? Display(string? given)
    {
        var text = given?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (!text.Contains('@'))
            return text;
        var open = text.IndexOf('(');
        if (open >= 0 && text.IndexOf(')', open) is var close and > 0)
        {
            var (inside, outside) = (text[(open + 1)..close], text[..open]);
            return inside.Contains('@') && !outside.Contains('@') ? Name(outside, inside) : Name(inside, outside);
        }

        open = text.IndexOf('<');
        if (open >= 0 && text.IndexOf('>', open) is var end and > 0)
            return Name(text[..open], text[(open + 1)..end]);
        return text;
    }

    /// <summary>Of an element with name, email and uri, or with plain text.</summary>
    public static string? Of(Element element)
    {
        string? mail = null;
        foreach (var child in element.Elements)
        {
            if (child.Key == "name" && child.Text is { Length: > 0 } name)
                return name;
            if (child.Key == "email" && child.Text is { Length: > 0 } address)
                mail = address;
        }

        return mail ?? (element.HasElements ? null : Display(element.Text));
    }

    /// <summary>Several authors are one after the other, each once; as many as are readable at a glance.</summary>
    public static string? Join(string? held, string? next)
    {
        if (held is null || next is null)
            return held ?? next;
        return held.Length > 200 || held.Split(", ").Contains(next) ? held : $"{held}, {next}";
    }

    private static string Name(string name, string other)
    {
        var clean = name.Trim().Trim('"', '\'').Trim();
        return clean.Length > 0 ? clean : other.Trim();
    }
}
