using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases;

/// <summary>A statement's text for one channel in one language.</summary>
/// <param name="Channel">A channel's name from the playbook, see <see cref="Channel"/>.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">1 to 20,000 characters of plain text; empty lines separate paragraphs.</param>
public sealed record StatementText(string Channel, Language Language, string Title, string Body);

/// <summary>A version of the statement: never changed once written.</summary>
/// <param name="Number">1, 2, 3 … within the case; 0 is the holding statement of the playbook.</param>
/// <param name="Hash">See <see cref="StatementHash"/>; an approval names it.</param>
/// <param name="Author">Who wrote it; null for the holding statement.</param>
/// <param name="Texts">At most one per channel and language.</param>
public sealed record StatementVersion(
    int Number,
    string Hash,
    PersonId? Author,
    DateTimeOffset At,
    IReadOnlyList<StatementText> Texts
)
{
    /// <summary>Version number of the holding statement.</summary>
    public const int Holding = 0;
}

/// <summary>
/// SHA-256 over the canonical texts: ordered by channel and language, fields parted by U+001F, texts by U+001E, UTF-8;
/// 64 lower-case hexadecimal digits.
/// </summary>
public static class StatementHash
{
    public static string Of(IEnumerable<StatementText> texts)
    {
        var canonical = new StringBuilder();
        foreach (var text in texts.OrderBy(t => t.Channel, StringComparer.Ordinal).ThenBy(t => t.Language))
        {
            canonical
                .Append(text.Channel)
                .Append('\u001f')
                .Append(text.Language.Code)
                .Append('\u001f')
                .Append(text.Title)
                .Append('\u001f')
                .Append(text.Body)
                .Append('\u001e');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }
}
