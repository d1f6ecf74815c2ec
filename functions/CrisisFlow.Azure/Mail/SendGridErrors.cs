using System.Text.Json;

namespace CrisisFlow.Azure.Mail;

/// <summary>
/// What SendGrid says went wrong: <c>{"errors":[{"message":…,"field":…}]}</c>, if that is what it answered.
/// </summary>
/// <param name="Text">": " and the messages, or "." when there are none.</param>
/// <param name="Fields">
/// Parts of the request that were refused, such as "personalizations.0.to.0.email" or "from.email".
/// </param>
internal sealed record SendGridErrors(string Text, IReadOnlyList<string> Fields)
{
    private const int Longest = 300;

    private static readonly string[] PartsOfTheMail = ["personalizations", "content", "subject", "headers"];

    /// <summary>SendGrid refused the recipient or the mail itself; a sender it refuses is our own trouble.</summary>
    public bool NameTheMail =>
        Fields.Any(name => PartsOfTheMail.Any(part => name.StartsWith(part, StringComparison.Ordinal)));

    public static async Task<SendGridErrors> ReadAsync(HttpContent body, CancellationToken cancellation)
    {
        var text = await body.ReadAsStringAsync(cancellation);
        try
        {
            using var json = JsonDocument.Parse(text);
            var errors = json.RootElement.GetProperty("errors").EnumerateArray().ToList();
            var messages = string.Join(" ", errors.Select(error => error.GetProperty("message").GetString()));
            return new SendGridErrors(
                ": " + (messages.Length <= Longest ? messages : messages[..Longest] + "…"),
                [.. errors.Select(Field).OfType<string>()]
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new SendGridErrors(".", []);
        }
    }

    private static string? Field(JsonElement error) =>
        error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String
            ? field.GetString()
            : null;
}
