using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>
/// Reads application/x-www-form-urlencoded strictly: what is not well-formed is refused and never guessed at. See
/// docs/adr/0046.
/// </summary>
internal static class FormReader
{
    /// <summary>
    /// Longest form, in bytes: two statement languages on five channels with every character encoded fit.
    /// </summary>
    public const int Longest = 2 * 1024 * 1024;

    private const int MostFields = 200;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>
    /// Null when a name repeats, an escape is broken, the bytes are no UTF-8, or there are more than 200 fields.
    /// </summary>
    public static Fields? Parse(string text)
    {
        if (text.StartsWith('?'))
            text = text[1..];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (name is null || value is null || !fields.TryAdd(name, value) || fields.Count > MostFields)
                return null;
        }

        return new Fields(fields);
    }

    /// <returns>
    /// The fields; or the status to answer with: 403 for another kind of body, 413 for one too long, 400 for a broken
    /// one.
    /// </returns>
    public static async Task<(Fields? Fields, int Status)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!"application/x-www-form-urlencoded".Equals(type, StringComparison.OrdinalIgnoreCase))
            return (null, 403);
        var body = await Body.ReadUpToAsync(request, Longest + 1, cancellation);
        if (body.Length > Longest)
            return (null, 413);
        return Parse(Encoding.Latin1.GetString(body.Span)) is { } fields ? (fields, 200) : (null, 400);
    }

    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length * 2];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c > 255)
                return null;
            if (c == '%')
            {
                if (i + 2 >= text.Length || !TryHex(text.AsSpan(i + 1, 2), out bytes[length]))
                    return null;
                length++;
                i += 2;
            }
            else
            {
                bytes[length++] = c == '+' ? (byte)' ' : (byte)c;
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
