using System.Globalization;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Lines of the given Chinese reviews whose label the line itself contradicts: reviews were cut into lines, and each
/// line inherited the review's label whatever it says.
/// All lines of the learning side were read and judged without their labels; the file holds the keys of those that were
/// judged the other way, in hexadecimal.
/// </summary>
internal static class DoubtfulLabels
{
    private static readonly Lazy<HashSet<ulong>> Keys = new(Read);

    public static bool Holds(Row row) => Keys.Value.Contains(row.Key);

    private static HashSet<ulong> Read() =>
        [
            .. File.ReadLines(Repository.In("bench", "CrisisFlow.Evaluation", "Learning", "doubtful-labels.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ];
}
