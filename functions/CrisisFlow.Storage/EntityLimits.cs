using System.Buffers;
using System.Globalization;

namespace CrisisFlow.Storage;

/// <summary>
/// The limits of Table Storage, checked by every store before it writes. Azurite lets some of them pass, so nobody
/// relies on the server.
/// </summary>
public static class EntityLimits
{
    /// <summary>UTF-16 units of a partition or row key; the service allows 1 KiB.</summary>
    public const int KeyLength = 500;

    /// <summary>UTF-16 units of a string property (64 KiB).</summary>
    public const int TextLength = 32 * 1024;

    /// <summary>Bytes of a binary property.</summary>
    public const int BytesLength = 64 * 1024;

    /// <summary>Properties besides the two keys and the timestamp.</summary>
    public const int PropertyCount = 252;

    /// <summary>Bytes of an entity, names and values in UTF-16.</summary>
    public const int EntitySize = 1024 * 1024;

    /// <summary>Changes in a transaction.</summary>
    public const int ChangeCount = 100;

    /// <summary>Bytes of a transaction as it is sent, see <see cref="SentSize"/>.</summary>
    public const int CommitSize = 4 * 1024 * 1024;

    private static readonly SearchValues<char> InTables = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    // Checked with every call: a set that the processor searches many characters at a time.
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsNotInKeys),
    ]);

    /// <exception cref="EntityLimitException">
    /// The key is empty, too long, or holds a character no key may hold.
    /// </exception>
    public static void CheckPartition(string table, string key)
    {
        if (!Fits(key))
            Refuse($"Partition key in table {table}", key);
    }

    /// <exception cref="EntityLimitException">
    /// The key is empty, too long, or holds a character no key may hold.
    /// </exception>
    public static void CheckRow(string table, string key)
    {
        if (!Fits(key))
            Refuse($"Row key in table {table}", key);
    }

    /// <exception cref="EntityLimitException">Names the change, the property, its size and the limit.</exception>
    public static void CheckCommit(string table, string partition, IReadOnlyList<EntityChange> changes)
    {
        CheckTable(table);
        CheckPartition(table, partition);
        if (changes.Count is 0 or > ChangeCount)
            throw new EntityLimitException(
                $"A transaction on {table} has {changes.Count} changes; it has 1 to {ChangeCount}."
            );
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var change in changes)
        {
            CheckRow(table, change.Row);
            if (!rows.Add(change.Row))
                throw new EntityLimitException(
                    $"A transaction on {table} changes row '{Shorten(change.Row)}' twice; it changes a row once."
                );
            CheckSize(table, change);
            total += SentSize.Of(partition, change.Row, PropertiesOf(change));
        }

        if (total > CommitSize)
            throw new EntityLimitException(
                $"A transaction on {table} has {total} bytes as it is sent; the limit is {CommitSize}."
            );
    }

    /// <exception cref="EntityLimitException">
    /// A table's name has 3 to 63 letters and digits and starts with a letter.
    /// </exception>
    public static void CheckTable(string table)
    {
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || table.AsSpan().ContainsAnyExcept(InTables))
            throw new EntityLimitException(
                $"Table '{Shorten(table)}': a table's name has 3 to 63 ASCII letters and digits "
                    + "and starts with a letter."
            );
    }

    private static bool Fits(string key) => key.Length is > 0 and <= KeyLength && !key.AsSpan().ContainsAny(NotInKeys);

    private static bool IsNotInKeys(char c) =>
        c is '/' or '\\' or '#' or '?' or '%' || char.IsControl(c) || char.IsSurrogate(c);

    private static void Refuse(string what, string key)
    {
        if (key.Length is 0 or > KeyLength)
            throw new EntityLimitException(
                $"{what} '{Shorten(key)}' has {key.Length} characters; a key has 1 to {KeyLength}."
            );
        var at = key.AsSpan().IndexOfAny(NotInKeys);
        throw new EntityLimitException(
            $"{what} '{Shorten(key)}' holds U+{(int)key[at]:X4} at position {at}; "
                + "a key holds no / \\ # ? %, no control characters and no surrogates."
        );
    }

    private static EntityProperties? PropertiesOf(EntityChange change) =>
        change switch
        {
            EntityChange.Insert insert => insert.Properties,
            EntityChange.Replace replace => replace.Properties,
            EntityChange.Upsert upsert => upsert.Properties,
            _ => null,
        };

    private static void CheckSize(string table, EntityChange change)
    {
        if (PropertiesOf(change) is not { } properties)
            return;
        if (properties.Count > PropertyCount)
            throw new EntityLimitException(
                $"Row '{Shorten(change.Row)}' of {table} has {properties.Count} properties; the limit is "
                    + $"{PropertyCount}."
            );
        var size = 4 + (2 * change.Row.Length);
        foreach (var (name, value) in properties)
            size += 8 + (2 * name.Length) + SizeOf(table, change.Row, name, value);
        if (size > EntitySize)
            throw new EntityLimitException(
                $"Row '{Shorten(change.Row)}' of {table} has {size} bytes; the limit is {EntitySize}."
            );
    }

    private static int SizeOf(string table, string row, string name, object value) =>
        value switch
        {
            string text when text.Length > TextLength => throw new EntityLimitException(
                $"Property {name} of row '{Shorten(row)}' of {table} has {text.Length} UTF-16 units; the limit is "
                    + $"{TextLength}."
            ),
            byte[] bytes when bytes.Length > BytesLength => throw new EntityLimitException(
                $"Property {name} of row '{Shorten(row)}' of {table} has {bytes.Length} bytes; the limit is "
                    + $"{BytesLength}."
            ),
            double real when !double.IsFinite(real) => throw new EntityLimitException(
                $"Property {name} of row '{Shorten(row)}' of {table} is "
                    + $"{real.ToString(CultureInfo.InvariantCulture)}; a number is finite."
            ),
            string text => 4 + (2 * text.Length),
            byte[] bytes => 4 + bytes.Length,
            _ => 8,
        };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>
/// Something that no store takes was handed to one: a bug in the caller, found before anything is written.
/// </summary>
public sealed class EntityLimitException(string message) : ArgumentException(message);
