using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrisisFlow.Scoring.Tone;

/// <summary>
/// What was learned: a table of n-gram weights in one byte each, and the weights of the few features per language.
/// </summary>
internal sealed class SentimentWeights
{
    private const uint Magic = 0x31534643; // "CFS1"
    private const int HeaderLength = 12;
    private readonly byte[] _bytes;

    private SentimentWeights(byte[] bytes)
    {
        _bytes = bytes;
        Scale = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8));
        Chinese = Dense(0);
        English = Dense(1);
    }

    /// <summary>What one unit of the table is worth.</summary>
    public float Scale { get; }

    public float[] Chinese { get; }

    public float[] English { get; }

    public ReadOnlySpan<sbyte> Table =>
        MemoryMarshal.Cast<byte, sbyte>(_bytes.AsSpan(HeaderLength + 2 * 4 * SentimentFeatures.Count));

    public static SentimentWeights Embedded()
    {
        const string name = "sentiment.bin";
        using var stream =
            typeof(SentimentWeights).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The weights {name} are not embedded in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    public static SentimentWeights Read(byte[] bytes)
    {
        var length = HeaderLength + 2 * 4 * SentimentFeatures.Count + SentimentNgrams.TableSize;
        if (
            bytes.Length != length
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) != SentimentNgrams.TableBits
        )
            throw new FormatException(
                $"The sentiment weights have {bytes.Length} bytes; {length} bytes that begin with CFS1 and "
                    + $"{SentimentNgrams.TableBits} table bits were expected. Run scripts/train."
            );
        return new SentimentWeights(bytes);
    }

    /// <summary>The stored form.</summary>
    /// <param name="clip">Table weights beyond this are cut to it; it sets the scale.</param>
    public static byte[] Write(
        ReadOnlySpan<float> table,
        float clip,
        ReadOnlySpan<float> chinese,
        ReadOnlySpan<float> english
    )
    {
        var bytes = new byte[HeaderLength + 2 * 4 * SentimentFeatures.Count + table.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), SentimentNgrams.TableBits);
        var scale = clip / 127;
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), scale);
        for (var i = 0; i < SentimentFeatures.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(HeaderLength + 4 * i), chinese[i]);
            BinaryPrimitives.WriteSingleLittleEndian(
                bytes.AsSpan(HeaderLength + 4 * (SentimentFeatures.Count + i)),
                english[i]
            );
        }
        var weights = bytes.AsSpan(HeaderLength + 2 * 4 * SentimentFeatures.Count);
        for (var i = 0; i < table.Length; i++)
            weights[i] = (byte)(sbyte)Math.Clamp(MathF.Round(table[i] / scale), -127, 127);
        return bytes;
    }

    private float[] Dense(int language)
    {
        var dense = new float[SentimentFeatures.Count];
        for (var i = 0; i < dense.Length; i++)
            dense[i] = BinaryPrimitives.ReadSingleLittleEndian(
                _bytes.AsSpan(HeaderLength + 4 * (language * dense.Length + i))
            );
        return dense;
    }
}
