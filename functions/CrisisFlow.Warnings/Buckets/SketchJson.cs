using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>A sketch as base64 of its hashes, four bytes each, lowest byte first: half as long as numbers.</summary>
internal sealed class SketchJson : JsonConverter<ImmutableArray<uint>>
{
    public override ImmutableArray<uint> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Read(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, ImmutableArray<uint> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(Bytes(value));

    internal static ImmutableArray<uint> Read(byte[] bytes)
    {
        var hashes = ImmutableArray.CreateBuilder<uint>(bytes.Length / 4);
        for (var at = 0; at + 4 <= bytes.Length; at += 4)
            hashes.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)));
        return hashes.DrainToImmutable();
    }

    internal static byte[] Bytes(ImmutableArray<uint> hashes)
    {
        if (hashes.IsDefaultOrEmpty)
            return [];
        var bytes = new byte[hashes.Length * 4];
        for (var i = 0; i < hashes.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), hashes[i]);
        return bytes;
    }
}

/// <summary>Several sketches, by number.</summary>
internal sealed class SketchesJson : JsonConverter<ImmutableArray<ImmutableArray<uint>>>
{
    public override ImmutableArray<ImmutableArray<uint>> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Sketches are an array.");
        var sketches = ImmutableArray.CreateBuilder<ImmutableArray<uint>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            sketches.Add(SketchJson.Read(reader.GetBytesFromBase64()));
        return sketches.DrainToImmutable();
    }

    public override void Write(
        Utf8JsonWriter writer,
        ImmutableArray<ImmutableArray<uint>> value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartArray();
        foreach (var sketch in value)
            writer.WriteBase64StringValue(SketchJson.Bytes(sketch));
        writer.WriteEndArray();
    }
}
