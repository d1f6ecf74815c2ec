using System.Globalization;
using System.Text.RegularExpressions;
using CrisisFlow.Mail;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>A mail as it lies in the outbox, in the order it was written.</summary>
/// <param name="File">Name in the outbox.</param>
internal sealed partial record Letter(
    string File,
    DateTimeOffset At,
    string To,
    string Subject,
    string Text,
    string Html,
    string MessageId
)
{
    /// <summary>Paths of the links that only this person got, the first being what the mail asks for.</summary>
    public IReadOnlyList<string> Links { get; } = [.. Link().Matches(Text).Select(m => m.Groups[1].Value).Distinct()];

    public static Letter Read(string file)
    {
        var mail =
            EmlReader.Read(System.IO.File.ReadAllBytes(file)) ?? throw new InvalidDataException($"{file} is no mail.");
        var at = DateTimeOffset.Parse(mail.Date, CultureInfo.InvariantCulture);
        return new Letter(
            Path.GetFileName(file),
            at,
            Address().Match(mail.To).Groups[1].Value,
            mail.Subject,
            mail.Text,
            mail.Html,
            mail.MessageId
        );
    }

    [GeneratedRegex(@"https?://[^\s/]+(/l/[A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"([^\s<>""]+@[^\s<>""]+)")]
    private static partial Regex Address();
}
