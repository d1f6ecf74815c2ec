using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// What a mention says, in short: another state is scored anew. Digits of its text do not count, since they count
/// readers and minutes there; those of its title do. A category that was corrected counts. Compared within one process.
/// </summary>
internal readonly record struct MentionState(int Title, int Text, SourceCategory Category)
{
    public static MentionState Of(Mention mention) =>
        new(mention.Title.GetHashCode(StringComparison.Ordinal), HashWithoutDigits(mention.Text), mention.Category);

    private static int HashWithoutDigits(string text)
    {
        var hash = new HashCode();
        foreach (var character in text)
            if (!char.IsDigit(character))
                hash.Add(character);
        return hash.ToHashCode();
    }
}
