using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrisisFlow.Evaluation.UnseenHeadlines;

/// <summary>Titles of the given archives by the beginning of their SHA-256: the project repeats none of them.</summary>
internal static class ArchiveTitles
{
    private const int Digits = 16;

    private static readonly Lazy<Dictionary<string, string>> Read = new(() =>
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Data, "crisis_events"), "*.full.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var entry = JsonDocument.Parse(line);
                var title = entry.RootElement.GetProperty("title").GetString()!.Trim();
                titles[Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..Digits]] = title;
            }
        }
        return titles;
    });

    public static string Of(string cell) => cell.StartsWith("sha256:", StringComparison.Ordinal) ? Read.Value[cell[7..]] : cell;
}
