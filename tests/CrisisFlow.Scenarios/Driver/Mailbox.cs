namespace CrisisFlow.Scenarios.Driver;

/// <summary>What one person got. Reading moves on: every mail is either expected or left over.</summary>
internal sealed class Mailbox(LocalApp app, string address)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<Letter> All => [.. app.Letters.Where(l => l.To == address)];

    public IReadOnlyList<Letter> Unread => [.. All.Where(l => !_read.Contains(l.File))];

    /// <summary>The oldest unread mail whose subject holds the text; the ones before it stay unread.</summary>
    public Letter ShouldReceive(string subject)
    {
        var letter = Unread.FirstOrDefault(l => l.Subject.Contains(subject, StringComparison.Ordinal));
        Assert.True(letter is not null, $"{address} got no mail '{subject}', but: {Subjects(Unread)}");
        _read.Add(letter!.File);
        return letter;
    }

    public void ShouldBeRead() => Assert.True(Unread.Count == 0, $"{address} got as well: {Subjects(Unread)}");

    /// <summary>Everything so far is of no interest to what comes.</summary>
    public void Forget()
    {
        foreach (var letter in Unread)
            _read.Add(letter.File);
    }

    private static string Subjects(IEnumerable<Letter> letters) =>
        string.Join(" | ", letters.Select(l => $"{l.At:MM-dd HH:mm} {l.Subject}"));
}
