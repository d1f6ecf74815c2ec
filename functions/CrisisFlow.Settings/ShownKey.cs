using System.Security.Cryptography;
using System.Text;

namespace CrisisFlow.Settings;

/// <summary>Compares a key that a caller shows with the one of settings.</summary>
public static class ShownKey
{
    /// <summary>
    /// False when either is empty. Both sides are hashed first, so that the comparison takes the same time whatever
    /// their lengths.
    /// </summary>
    public static bool Is(string? shown, string expected) =>
        !string.IsNullOrEmpty(shown)
        && expected.Length > 0
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(shown)),
            SHA256.HashData(Encoding.UTF8.GetBytes(expected))
        );
}
