#nullable disable
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SendGrid.Helpers.Mail;

namespace SendGrid;

public class SendGridClientOptions
{
    public string ApiKey { get; set; }

    public string Host { get; set; } = "https://api.sendgrid.com";

    public bool HttpErrorAsException { get; set; }
}

public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; set; } = responseBody;

    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}

/// <summary>Posts to v3/mail/send once; like the published client it does not retry by itself and throws on no status.</summary>
public class SendGridClient(HttpClient httpClient, SendGridClientOptions options)
{
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Host.TrimEnd('/') + "/v3/mail/send"))
        {
            Content = new StringContent(MailBody.Write(msg), Encoding.UTF8, "application/json"),
        };
        request.Content.Headers.ContentType.CharSet = null;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var response = await httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}

/// <summary>The body of v3/mail/send: text before HTML, as the service demands.</summary>
internal sealed record MailBody(
    EmailAddress From, string Subject, List<Personalization> Personalizations, List<Content> Content, Dictionary<string, string> Headers,
    [property: JsonPropertyName("custom_args")] Dictionary<string, string> CustomArgs, MailSettings MailSettings, TrackingSettings TrackingSettings)
{
    public static string Write(SendGridMessage mail) => JsonSerializer.Serialize(
        new MailBody(
            mail.From, mail.Subject, mail.Personalizations,
            [new("text/plain", mail.PlainTextContent), new("text/html", mail.HtmlContent)],
            mail.Headers, mail.CustomArgs, mail.MailSettings, mail.TrackingSettings),
        MailBodyContext.Default.MailBody);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MailBody))]
internal sealed partial class MailBodyContext : JsonSerializerContext;
