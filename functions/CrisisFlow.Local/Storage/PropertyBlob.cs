using System.Runtime.InteropServices;
using System.Text;
using CrisisFlow.Storage;

namespace CrisisFlow.Local.Storage;

/// <summary>
/// Properties as bytes: version 1, count, then name, type letter and value each. The letters are a storage format and
/// never change.
/// </summary>
internal static class PropertyBlob
{
    private const byte Version = 1;

    public static byte[] Write(EntityProperties properties)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, new UTF8Encoding(false, false));
        writer.Write(Version);
        writer.Write7BitEncodedInt(properties.Count);
        foreach (var (name, value) in properties)
        {
            writer.Write(name);
            WriteValue(writer, value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="StoreUnavailableException">The bytes are of a shape this program does not know.</exception>
    public static EntityProperties Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), new UTF8Encoding(false, false));
        if (reader.ReadByte() is var version && version != Version)
            throw new StoreUnavailableException(
                $"A stored row has shape {version}; this program reads shape {Version}."
            );
        var properties = new EntityProperties();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            properties.AddObject(reader.ReadString(), ReadValue(reader));
        return properties;
    }

    private static void WriteValue(BinaryWriter writer, object value)
    {
        switch (value)
        {
            // UTF-16, so that a lone surrogate comes back as it went in.
            case string text:
                writer.Write('s');
                WriteBytes(writer, MemoryMarshal.AsBytes(text.AsSpan()).ToArray());
                break;
            case long number:
                writer.Write('l');
                writer.Write(number);
                break;
            case double real:
                writer.Write('d');
                writer.Write(real);
                break;
            case bool flag:
                writer.Write('b');
                writer.Write(flag);
                break;
            case DateTimeOffset time:
                writer.Write('t');
                writer.Write(time.UtcTicks);
                break;
            case byte[] bytes:
                writer.Write('x');
                WriteBytes(writer, bytes);
                break;
            default:
                throw new ArgumentException($"No letter for {value.GetType().Name}.", nameof(value));
        }
    }

    private static object ReadValue(BinaryReader reader) =>
        reader.ReadChar() switch
        {
            's' => new string(MemoryMarshal.Cast<byte, char>(ReadBytes(reader))),
            'l' => reader.ReadInt64(),
            'd' => reader.ReadDouble(),
            'b' => reader.ReadBoolean(),
            't' => new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            'x' => ReadBytes(reader),
            var letter => throw new StoreUnavailableException(
                $"A stored property has type '{letter}', which this program does not know."
            ),
        };

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.Read7BitEncodedInt());
}
