namespace CrisisFlow.InfraTools.Pages;

/// <summary>Breaks long lines of generated Markdown; rows of tables stay as they are.</summary>
internal static class Columns
{
    private const int Most = 120;

    public static string Wrap(string page) => string.Join('\n', page.Split('\n').SelectMany(Broken));

    private static IEnumerable<string> Broken(string line)
    {
        if (line.Length <= Most || line.StartsWith('|'))
            return [line];
        var indent = line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        var lines = new List<string>();
        var current = "";
        foreach (var word in line.Split(' '))
        {
            if (current.Length > 0 && current.Length + 1 + word.Length > Most)
            {
                lines.Add(current);
                current = indent + word;
            }
            else
                current = current.Length == 0 && lines.Count == 0 ? word : $"{current} {word}";
        }

        return [.. lines, current];
    }
}
