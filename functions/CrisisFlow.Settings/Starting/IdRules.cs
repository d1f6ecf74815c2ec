using System.Text.RegularExpressions;

namespace CrisisFlow.Settings.Starting;

/// <summary>Ids that people choose: of persons and topics.</summary>
internal static partial class IdRules
{
    public static void Check(string list, IEnumerable<string> ids, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, id) in ids.Index())
        {
            if (!Form().IsMatch(id))
                findings.Add($"{list}[{i}].id", $"'{id}' is not a name of 1 to 40 characters a-z, 0-9 and '-'.");
            else if (!seen.Add(id))
                findings.Add($"{list}[{i}].id", $"'{id}' is used twice; ids are unique.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
