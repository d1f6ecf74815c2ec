using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrisisFlow.Evaluation;

/// <summary>
/// Titles of real lists: the repository names them by the beginning of their SHA-256 and repeats none of them.
/// </summary>
internal static partial class RealTitles
{
    private const int Digits = 16;
    private const string Prefix = "sha256:";

    // Of the private use area: they mark a title in the report and stand in none.
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    private static readonly Lazy<Dictionary<string, string>> OfEvents = new(() => Index(EventTitles()));
    private static readonly Lazy<Dictionary<string, string>> OfLists = new(() => Index(ListTitles()));

    /// <summary>Whether a cell names a title by its hash.</summary>
    public static bool IsHash(string cell) => cell.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The title that a cell names, or the cell itself when it names none.</summary>
    /// <exception cref="InvalidDataException">No title of the data has this hash.</exception>
    public static string Of(string cell)
    {
        if (!IsHash(cell))
            return cell;
        var hash = cell[Prefix.Length..];
        return OfEvents.Value.GetValueOrDefault(hash)
            ?? OfLists.Value.GetValueOrDefault(hash)
            ?? throw new InvalidDataException($"No title in {Repository.Data} has a SHA-256 that begins with {hash}.");
    }

    /// <summary>A title as sections write it into their text.</summary>
    public static string Quote(string? title) => string.IsNullOrEmpty(title) ? "" : Begin + title + End;

    /// <summary>The text with every title in full: for whoever reads it on the console.</summary>
    public static string InFull(string text) =>
        Quoted().Replace(text, title => title.Groups[1].Value.Replace("|", "\\|", StringComparison.Ordinal));

    /// <summary>The text with every title's hash: for a page of the repository.</summary>
    public static string ByHash(string text) =>
        Quoted().Replace(text, title => $"`{Prefix}{Hash(title.Groups[1].Value)}`");

    private static string Hash(string title) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..Digits];

    private static Dictionary<string, string> Index(IEnumerable<string> titles)
    {
        var byHash = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var title in titles)
            byHash[Hash(title)] = title;
        return byHash;
    }

    private static IEnumerable<string> EventTitles()
    {
        foreach (var line in Lines("crisis_events", "*.full.jsonl.gz"))
        {
            using var entry = JsonDocument.Parse(line);
            yield return entry.RootElement.GetProperty("title").GetString()!.Trim();
        }
    }

    private static IEnumerable<string> ListTitles() =>
        Lines("headlines", "*.tsv.gz").Select(line => line[(line.LastIndexOf('\t') + 1)..].Trim());

    private static IEnumerable<string> Lines(string folder, string pattern)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Data, folder), pattern);
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
                yield return line;
        }
    }

    [GeneratedRegex("\uE000([^\uE001]*)\uE001")]
    private static partial Regex Quoted();
}
