using System.Text.Json;
using CrisisFlow.Azure.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;
using SendGrid;

namespace CrisisFlow.Azure.Tests.Mail;

/// <summary>The contract of every transport, kept by SendGrid as far as its API is asked.</summary>
public sealed class SendGrid_keeps_the_contract : MailTransportContract, IAsyncLifetime
{
    private VendorServer _server = null!;

    protected override IReadOnlyList<ArrivedMail> Arrived => [.. _server.Requests.Select(asked => Read(asked.Body))];

    public async ValueTask InitializeAsync() => _server = (await VendorServer.StartAsync()).Then(202).Then(202);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    protected override async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        using var http = new HttpClient();
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.key", Host = _server.Address });
        return await new SendGridTransport(client, sandbox: false, TimeProvider.System).SendAsync(mail, cancellation);
    }

    private static ArrivedMail Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        var mail = json.RootElement;
        var person = Assert.Single(mail.GetProperty("personalizations").EnumerateArray());
        var to = Assert.Single(person.GetProperty("to").EnumerateArray());
        var contents = mail.GetProperty("content")
            .EnumerateArray()
            .ToDictionary(
                content => content.GetProperty("type").GetString()!,
                content => content.GetProperty("value").GetString()!
            );
        Assert.Equal(["text/plain", "text/html"], contents.Keys);
        var headers = mail.GetProperty("headers")
            .EnumerateObject()
            .Select(header => (header.Name, header.Value.GetString()!));
        return ArrivedMail.Of(
            Mailbox(mail.GetProperty("from")),
            Mailbox(to),
            mail.GetProperty("subject").GetString()!,
            contents["text/plain"],
            contents["text/html"],
            headers
        );
    }

    private static (string? Name, string Address) Mailbox(JsonElement mailbox) =>
        (
            mailbox.TryGetProperty("name", out var name) ? name.GetString() : null,
            mailbox.GetProperty("email").GetString()!
        );
}
