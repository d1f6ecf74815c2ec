using System.Globalization;
using System.Text.Json;

namespace CrisisFlow.Evaluation.Nab;

/// <summary>A labelled series: windows are row numbers, first and last included.</summary>
internal sealed record NabSeries(string Name, IReadOnlyList<string> Lines, IReadOnlyList<(int First, int Last)> Windows)
{
    /// <summary>Rows, without the header.</summary>
    public int Count => Lines.Count - 1;

    /// <summary>
    /// Every series of a folder that holds <c>combined_windows.json</c>, whose keys end in the files' names.
    /// </summary>
    public static IReadOnlyList<NabSeries> ReadAll(string folder)
    {
        using var windows = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "combined_windows.json")));
        var series = new List<NabSeries>();
        foreach (var entry in windows.RootElement.EnumerateObject())
        {
            var path = Path.Combine(folder, entry.Name[(entry.Name.LastIndexOf('/') + 1)..]);
            if (!File.Exists(path))
                continue;
            var lines = File.ReadAllLines(path);
            var rows = new Dictionary<DateTime, int>();
            for (var i = 1; i < lines.Length; i++)
                rows.TryAdd(Time(lines[i][..lines[i].IndexOf(',')]), i - 1);
            series.Add(
                new NabSeries(
                    Path.GetFileNameWithoutExtension(path),
                    lines,
                    [
                        .. entry
                            .Value.EnumerateArray()
                            .Select(window => (rows[Time(window[0].GetString()!)], rows[Time(window[1].GetString()!)])),
                    ]
                )
            );
        }

        return series;
    }

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
}
