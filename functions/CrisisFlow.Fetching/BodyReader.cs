using System.IO.Compression;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Reading.Archives;

namespace CrisisFlow.Fetching;

/// <summary>Reads and unpacks a body within its limits.</summary>
internal static class BodyReader
{
    private const int RatioFrom = 1024 * 1024;

    /// <returns>The body with a sentence when it is not whole, or a refusal.</returns>
    public static async Task<(byte[]? Body, string? CutShort, FetchResult.Failed? Failed)> ReadAsync(
        HttpResponseMessage response,
        string shown,
        GuardOptions options,
        CancellationToken cancellation
    )
    {
        var encodings = response
            .Content.Headers.ContentEncoding.Select(static name => name.Trim().ToLowerInvariant())
            .Where(static name => name is not ("identity" or ""))
            .ToList();
        if (encodings.Count > 1)
            return Refuse(
                FetchFailure.Encoding,
                $"'{shown}' came in {encodings.Count} content encodings ({string.Join(", ", encodings.Take(4))}); "
                    + "one is taken."
            );
        if (encodings.Count == 1 && encodings[0] is not ("gzip" or "x-gzip" or "deflate" or "br"))
            return Refuse(
                FetchFailure.Encoding,
                $"'{shown}' came in the content encoding '{Shorten(encodings[0])}', which was not requested."
            );

        await using var wire = new CountingStream(await response.Content.ReadAsStreamAsync(cancellation));
        await using var body = await UnpackAsync(wire, encodings.Count == 0 ? "" : encodings[0], cancellation);
        using var result = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (true)
        {
            int count;
            try
            {
                count = await body.ReadAsync(buffer, cancellation);
            }
            catch (Exception error)
                when (error is IOException or InvalidDataException or InvalidOperationException
                    && !cancellation.IsCancellationRequested
                )
            {
                // The wire breaks with an IOException; the unpackers throw the other two for damaged data.
                if (result.Length > 0)
                    return (result.ToArray(), $"'{shown}' broke off after {result.Length} bytes.", null);
                return error is IOException
                    ? Refuse(FetchFailure.Connection, $"'{shown}' broke off before its first byte.")
                    : Refuse(
                        FetchFailure.Encoding,
                        $"'{shown}' claims to be packed as {encodings.FirstOrDefault()} and is not."
                    );
            }

            if (count == 0)
                return (result.ToArray(), null, null);
            if (
                encodings.Count > 0
                && result.Length + count > RatioFrom
                && result.Length + count > wire.Count * options.Ratio
            )
                return Refuse(
                    FetchFailure.Ratio,
                    $"'{shown}' unpacks {wire.Count} bytes to more than {options.Ratio} times as many."
                );
            var room = options.Bytes - (int)result.Length;
            result.Write(buffer, 0, Math.Min(count, room));
            if (count > room)
                return (
                    result.ToArray(),
                    $"'{shown}' has more than {options.Bytes} bytes; the rest was cut off.",
                    null
                );
        }
    }

    private static async Task<Stream> UnpackAsync(Stream wire, string encoding, CancellationToken cancellation)
    {
        switch (encoding)
        {
            case "gzip" or "x-gzip":
                return new GZipStream(wire, CompressionMode.Decompress);
            case "br":
                return new BrotliStream(wire, CompressionMode.Decompress);
            case "deflate":
                // The name means zlib; some servers send bare deflate.
                var first = new byte[1];
                var got = await wire.ReadAtLeastAsync(first, 1, throwOnEndOfStream: false, cancellation);
                var whole = new PrefixedStream(first.AsMemory(0, got), wire);
                return got == 1 && (first[0] & 0x0F) == 8
                    ? new ZLibStream(whole, CompressionMode.Decompress)
                    : new DeflateStream(whole, CompressionMode.Decompress);
            default:
                return wire;
        }
    }

    private static (byte[]?, string?, FetchResult.Failed?) Refuse(FetchFailure reason, string message) =>
        (null, null, new(reason, message));

    private static string Shorten(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
