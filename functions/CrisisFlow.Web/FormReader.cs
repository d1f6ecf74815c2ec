using System.Globalization;
using System.Text;

namespace CrisisFlow.Web;

/// <summary>Fields of a query or a form: each name at most once.</summary>
public sealed class Fields(IReadOnlyDictionary<string, string> values)
{
    public static readonly Fields None = new(new Dictionary<string, string>());

    public string? this[string name] => values.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> All => values;
}

/// <summary>Reads application/x-www-form-urlencoded strictly: what is not well-formed is refused, never guessed at.</summary>
public static class FormReader
{
    /// <summary>Longest form, in bytes: two statement languages on five channels with every character encoded fit.</summary>
    public const int Longest = 2 * 1024 * 1024;

    private const int MostFields = 200;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Null when a name repeats, an escape is broken, the bytes are no UTF-8, or there are more than 200 fields.</summary>
    public static Fields? Parse(string text)
    {
        if (text.StartsWith('?')) text = text[1..];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (name is null || value is null || !fields.TryAdd(name, value) || fields.Count > MostFields) return null;
        }

        return new Fields(fields);
    }

    /// <returns>The fields; or the status to answer with: 403 for another kind of body, 413 for one too long, 400 for a broken one.</returns>
    public static async Task<(Fields? Fields, int Status)> ReadAsync(SiteRequest request, CancellationToken cancellation)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!"application/x-www-form-urlencoded".Equals(type, StringComparison.OrdinalIgnoreCase)) return (null, 403);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > Longest) return (null, 413);
            body.Write(buffer, 0, read);
        }

        return Parse(Encoding.Latin1.GetString(body.GetBuffer(), 0, (int)body.Length)) is { } fields ? (fields, 200) : (null, 400);
    }

    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length * 2];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c > 255) return null;
            if (c == '%')
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return null;
                bytes[length++] = value;
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
}
