using System.Text;
using System.Text.RegularExpressions;

namespace CrisisFlow.Local.Mail;

/// <summary>
/// Removes the login from a mail server's reply. Reasons are stored and shown, and some servers repeat a command that
/// they do not understand, whole or cut off.
/// </summary>
internal sealed partial class SmtpSecrets
{
    private const string Hidden = "***";

    private readonly string[] _whole;
    private readonly string[] _parts;

    public SmtpSecrets(string user, string password)
    {
        string[] secrets = [Base64($"\0{user}\0{password}"), Base64(password), Base64(user), password];
        _parts = user.Length == 0 ? [] : [.. secrets.Where(secret => secret.Length > 0)];
        _whole =
        [
            .. _parts
                .Select(secret => secret.TrimEnd('='))
                .Append(user)
                .Where(secret => secret.Length > 0)
                .OrderByDescending(secret => secret.Length),
        ];
    }

    public string Hide(string said)
    {
        foreach (var secret in _whole)
            said = said.Replace(secret, Hidden, StringComparison.OrdinalIgnoreCase);
        return Word().Replace(said, word => IsPart(word.Value) ? Hidden : word.Value);
    }

    private bool IsPart(string word) => _parts.Any(secret => secret.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("[A-Za-z0-9+/=]{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
