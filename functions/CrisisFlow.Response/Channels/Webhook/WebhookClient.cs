using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Fetching;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.Delivering;

namespace CrisisFlow.Response.Channels.Webhook;

/// <summary>
/// Posts a publication as JSON. The receiver checks the signature over time and body, and knows a repeat by its key.
/// </summary>
/// <param name="http">From the one guarded handler; redirects are not followed.</param>
internal sealed class WebhookClient(
    HttpClient http,
    ReceiptStore book,
    IReadOnlyList<WebhookTarget> targets,
    TimeProvider time
)
{
    /// <summary>Chinese stays readable.</summary>
    private static readonly WebhookJson Json = new(
        new JsonSerializerOptions(WebhookJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>Longest wait a receiver may ask for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    public Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation) =>
        Deliveries.ToAllAsync(
            order,
            book,
            targets,
            target => target.Url?.AbsoluteUri ?? target.Name,
            "Channel webhook has no target: channels.webhooks is empty.",
            (target, stop) => PostAsync(order, target, stop),
            cancellation
        );

    /// <summary>HMAC-SHA256 over "timestamp.body", as "sha256=" and 64 hexadecimal digits.</summary>
    public static string Sign(string secret, string timestamp, byte[] body) =>
        "sha256="
        + Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret),
                (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]
            )
        );

    private async Task<Delivery> PostAsync(PublicationOrder order, WebhookTarget target, CancellationToken cancellation)
    {
        if (
            target.Url is not { IsAbsoluteUri: true, Scheme: "https" or "http" } url
            || string.IsNullOrEmpty(target.Secret)
        )
            return new Delivery.FailedForGood($"Webhook {target.Name} has no http or https address, or no secret.");
        var body = JsonSerializer.SerializeToUtf8Bytes(WebhookBody.Of(order), Json.WebhookBody);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("X-CrisisFlow-Timestamp", timestamp);
        request.Headers.Add("X-CrisisFlow-Signature", Sign(target.Secret, timestamp, body));
        request.Headers.Add("Idempotency-Key", $"{order.Case}.{order.Id}");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Read(target.Name, response);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new Delivery.FailedForNow($"Webhook {target.Name} does not answer: {e.Message}");
        }
    }

    private Delivery Read(string name, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Delivery.Delivered(
                response.Headers.Location is { IsAbsoluteUri: true } location
                    ? location.AbsoluteUri
                    : $"{name}: {status}"
            ),
            HttpStatusCode.RequestTimeout
            or HttpStatusCode.Conflict
            or HttpStatusCode.TooManyRequests
            or (HttpStatusCode)425
            or >= HttpStatusCode.InternalServerError => new Delivery.FailedForNow(
                $"Webhook {name} answered {status}.",
                Wait(response)
            ),
            _ => new Delivery.FailedForGood($"Webhook {name} answered {status}."),
        };
    }

    private TimeSpan? Wait(HttpResponseMessage response) =>
        RetryAfter.Of(response.Headers, time.GetUtcNow()) is not { } asked ? null
        : asked > LongestWait ? LongestWait
        : asked;
}
