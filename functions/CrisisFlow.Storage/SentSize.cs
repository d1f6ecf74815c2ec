namespace CrisisFlow.Storage;

/// <summary>
/// Bytes of a change on its way to Table Storage, never too few: JSON in which the client writes six bytes for a
/// Chinese
/// character and for a quote, and the headers of its part of the transaction.
/// </summary>
internal static class SentSize
{
    /// <summary>Headers, address and braces of one change.</summary>
    private const int Frame = 1024;

    /// <summary>What stands around a value: quotes, colon, comma and the name of its type.</summary>
    private const int Around = 48;

    // Both keys stand in the JSON and in the address, where a character can take nine bytes.
    private const int KeyUnit = 6 + 9;

    public static int Of(string partition, string row, EntityProperties? properties) =>
        Frame
        + (KeyUnit * (partition.Length + row.Length))
        + (properties?.Sum(property => Of(property.Key, property.Value)) ?? 0);

    private static int Of(string name, object value) =>
        Around
        + (2 * Text(name))
        + value switch
        {
            string text => Text(text),
            byte[] bytes => 4 * (bytes.Length + 2) / 3,
            _ => 32,
        };

    private static int Text(string text)
    {
        var bytes = 0;
        foreach (var unit in text)
            bytes +=
                char.IsAsciiLetterOrDigit(unit)
                || unit is ' ' or '.' or ',' or '-' or '_' or ':' or '/' or ';' or '(' or ')'
                    ? 1
                    : 6;
        return bytes;
    }
}
