namespace CrisisFlow.Settings;

/// <summary>The message for an unknown name.</summary>
internal static class UnknownName
{
    private const int LongestCompared = 60;

    /// <summary>The known name that differs in a few letters only; null when none does.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var (nearest, distance) = known
            .Select(k => (k, d: Distance(name.ToLowerInvariant(), k.ToLowerInvariant())))
            .OrderBy(p => p.d)
            .FirstOrDefault();
        return nearest is not null && distance <= Math.Max(2, name.Length / 3) ? nearest : null;
    }

    /// <param name="what">setting or field.</param>
    public static string Sentence(string what, string name, IReadOnlyCollection<string> known) =>
        $"There is no such {what}. "
        + (Nearest(name, known) is { } near ? $"Did you mean {near}?" : $"Known here: {string.Join(", ", known)}.");

    // Levenshtein distance.
    private static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
                );
        }

        return row[^1];
    }
}
