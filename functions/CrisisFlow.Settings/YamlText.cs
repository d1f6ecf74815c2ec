using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CrisisFlow.Settings;

/// <summary>
/// YAML from bytes nobody has looked at yet: the wrong encoding and endless nesting are problems with a place, not
/// mojibake and not the end
/// of the process.
/// </summary>
public static class YamlText
{
    private const int MaxDepth = 64;

    /// <summary>Text of a file: UTF-8, or the encoding of its byte order mark.</summary>
    /// <param name="name">Name shown in messages.</param>
    /// <returns>Null and a problem when its bytes are something else.</returns>
    public static (string? Text, SettingsProblem? Problem) ReadFile(string path, string name)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes),
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true
            );
            return (reader.ReadToEnd(), null);
        }
        catch (DecoderFallbackException)
        {
            var good = 0;
            while (Rune.DecodeFromUtf8(bytes.AsSpan(good), out _, out var used) == System.Buffers.OperationStatus.Done)
                good += used;
            var line = bytes.AsSpan(0, good).Count((byte)'\n') + 1;
            return (null, new($"{name} line {line}", "", "The file is not UTF-8 from here on; save it as UTF-8."));
        }
    }

    /// <summary>
    /// The first line, from 1, that is indented with a tab; null when none is. YAML forbids it, and the parser often
    /// complains elsewhere.
    /// </summary>
    internal static int? TabIndented(string text)
    {
        foreach (var (i, line) in text.Split('\n').Index())
            if (line.AsSpan(0, line.Length - line.AsSpan().TrimStart([' ', '\t']).Length).Contains('\t'))
                return i + 1;
        return null;
    }

    /// <exception cref="YamlException">It is not YAML, or is nested deeper than 64; names the place.</exception>
    internal static YamlStream Load(string text)
    {
        // The representation is built by recursion, which ends the process when it goes too deep; the events before it
        // are not.
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
        {
            depth +=
                parser.Current is SequenceStart or MappingStart ? 1
                : parser.Current is SequenceEnd or MappingEnd ? -1
                : 0;
            if (depth > MaxDepth)
                throw new YamlException(
                    parser.Current!.Start,
                    parser.Current.End,
                    $"The file nests deeper than {MaxDepth}."
                );
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream;
    }
}
