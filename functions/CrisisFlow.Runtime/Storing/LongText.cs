using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CrisisFlow.Runtime.Ports;

/// <summary>Texts longer than one property: compressed, then split over several binary properties of the same entity.</summary>
public static class LongText
{
    /// <summary>Shorter ones stay readable as they are.</summary>
    private const int PlainLength = 8 * 1024;

    private const int Parts = 14;

    /// <exception cref="EntityLimitException">The text does not fit into an entity even compressed.</exception>
    public static void Write(EntityProperties properties, string name, string text)
    {
        if (text.Length <= PlainLength)
        {
            properties.Add(name, text);
            return;
        }

        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(Encoding.UTF8.GetBytes(text));
        var parts = stream.ToArray().Chunk(EntityLimits.BytesLength).ToList();
        if (parts.Count > Parts)
            throw new EntityLimitException($"Property {name} has {text.Length} characters, {stream.Length} bytes compressed; an entity takes {Parts * EntityLimits.BytesLength}.");
        for (var i = 0; i < parts.Count; i++) properties.Add(PartName(name, i), parts[i]);
    }

    /// <summary>What <see cref="Write"/> wrote; empty when there is nothing.</summary>
    public static string Read(EntityProperties properties, string name)
    {
        if (properties.Text(name) is { } plain) return plain;
        using var stream = new MemoryStream();
        for (var i = 0; properties.Bytes(PartName(name, i)) is { } part; i++) stream.Write(part);
        if (stream.Length == 0) return "";
        stream.Position = 0;
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string PartName(string name, int part) => name + "_" + part.ToString("D2", CultureInfo.InvariantCulture);
}
