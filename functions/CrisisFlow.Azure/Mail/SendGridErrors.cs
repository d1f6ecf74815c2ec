using System.Text.Json;

namespace CrisisFlow.Azure.Mail;

/// <summary>Reads <c>{"errors":[{"message":…,"field":…}]}</c>, if that is what was answered.</summary>
internal static class SendGridErrors
{
    private const int Longest = 300;

    /// <returns>": " and the messages, or "." when there are none.</returns>
    public static async Task<string> ReadAsync(HttpContent body, CancellationToken cancellation)
    {
        var text = await body.ReadAsStringAsync(cancellation);
        try
        {
            using var json = JsonDocument.Parse(text);
            var errors = json.RootElement.GetProperty("errors").EnumerateArray();
            var messages = string.Join(" ", errors.Select(error => error.GetProperty("message").GetString()));
            return ": " + (messages.Length <= Longest ? messages : messages[..Longest] + "…");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ".";
        }
    }
}
