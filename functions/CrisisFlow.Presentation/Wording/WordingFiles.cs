using System.Collections.Frozen;
using System.Reflection;
using CrisisFlow.Cases;

namespace CrisisFlow.Presentation.Wording;

/// <summary>
/// Reads the wording files: one a language with "key = text" a line, and one a channel with the language's code before
/// each key. The file of a
/// language may have lines of channels too.
/// </summary>
internal static class WordingFiles
{
    private const string Folder = "wording/";
    private const string Channels = Folder + "channels/";

    private static readonly Assembly Here = typeof(WordingFiles).Assembly;

    public static FrozenDictionary<string, string> Read(Language language)
    {
        var own = Lines($"{Folder}{language.Code}.txt");
        var prefix = language.Code + " ";
        var ofChannels = Here.GetManifestResourceNames()
            .Where(name => name.StartsWith(Channels, StringComparison.Ordinal))
            .SelectMany(Lines)
            .Where(line => line.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(line => KeyValuePair.Create(line.Key[prefix.Length..].Trim(), line.Value));
        return own.Concat(ofChannels).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Lines(string resource)
    {
        using var stream =
            Here.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no file {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('#') || equals < 0)
                continue;
            var text = line[(equals + 1)..]
                .Trim()
                .Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\s", " ", StringComparison.Ordinal);
            yield return new(line[..equals].Trim(), text);
        }
    }
}
