using System.Text.Json.Nodes;
using CrisisFlow.Azure.Mail;
using CrisisFlow.Mail;
using Microsoft.Extensions.Time.Testing;
using SendGrid;

namespace CrisisFlow.Azure.Tests.Mail;

public sealed class SendGridTransportTests : IAsyncLifetime
{
    private static readonly MailMessage Mail = new(
        "case-7.mail-3",
        new("crisis@example.com", "CrisisFlow"),
        new("ann@example.com", "Ann 安"),
        "Approve statement 1: 价格",
        "<p>Open <a href=\"https://crisis.example.com/a/t0k3n\">the statement</a></p>",
        "Open https://crisis.example.com/a/t0k3n",
        "case-7"
    );

    private VendorServer _server = null!;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        _server = await VendorServer.StartAsync();
        _address = _server.Address;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task The_request_is_exactly_the_mail()
    {
        _server.Then(202, "", ("X-Message-Id", "sg-1"));

        Assert.Equal(new Delivery.Delivered("sg-1"), await SendAsync());

        var asked = Assert.Single(_server.Requests);
        Assert.Equal("POST /v3/mail/send", asked.Line);
        Assert.Equal("Bearer SG.key", asked.Authorization);
        Assert.Equal("application/json", asked.ContentType);
        var expected = JsonNode.Parse(
            """
            {
              "from": { "email": "crisis@example.com", "name": "CrisisFlow" },
              "subject": "Approve statement 1: 价格",
              "personalizations": [ { "to": [ { "email": "ann@example.com", "name": "Ann 安" } ] } ],
              "content": [
                { "type": "text/plain", "value": "Open https://crisis.example.com/a/t0k3n" },
                {
                  "type": "text/html",
                  "value": "<p>Open <a href=\"https://crisis.example.com/a/t0k3n\">the statement</a></p>"
                }
              ],
              "headers": {
                "Message-ID": "<mail.ee19e24e270b1a3a1d415459f9db296d@example.com>",
                "In-Reply-To": "<case.f75ccb85a4a0cca626130b33c4fff2c7@example.com>",
                "References": "<case.f75ccb85a4a0cca626130b33c4fff2c7@example.com>",
                "Auto-Submitted": "auto-generated",
                "X-Auto-Response-Suppress": "All"
              },
              "custom_args": { "crisisflow_effect": "case-7.mail-3" },
              "mail_settings": { "sandbox_mode": { "enable": false } },
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false }, "open_tracking": { "enable": false }
              }
            }
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(asked.Body)), asked.Body);
    }

    [Fact(Timeout = 120_000)]
    public async Task Sandbox_mode_asks_for_a_check_without_delivery()
    {
        _server.Then(200);

        Assert.Equal(new Delivery.Delivered("sandbox"), await SendAsync(sandbox: true));
        var mail = JsonNode.Parse(Assert.Single(_server.Requests).Body)!;
        Assert.True((bool)mail["mail_settings"]!["sandbox_mode"]!["enable"]!);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(
        400,
        """{"errors":[{"message":"Does not contain a valid address.","field":"personalizations.0.to.0.email"}]}""",
        "SendGrid answered 400: Does not contain a valid address."
    )]
    [InlineData(413, """{"errors":[{"message":"Payload too large"}]}""", "SendGrid answered 413: Payload too large")]
    public async Task What_names_the_recipient_or_the_mail_fails_for_good(int status, string body, string reason)
    {
        _server.Then(status, body);

        Assert.Equal(new Delivery.FailedForGood(reason), await SendAsync());
        Assert.Single(_server.Requests);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(301, "", "SendGrid answered 301.")]
    [InlineData(400, "<html>no JSON</html>", "SendGrid answered 400.")]
    [InlineData(
        400,
        """{"errors":[{"message":"The from address is not verified.","field":"from.email"}]}""",
        "SendGrid answered 400: The from address is not verified."
    )]
    [InlineData(
        401,
        """{"errors":[{"message":"The authorization grant is invalid","field":null}]}""",
        "SendGrid answered 401: The authorization grant is invalid"
    )]
    [InlineData(403, """{"errors":[{"message":"access forbidden"}]}""", "SendGrid answered 403: access forbidden")]
    [InlineData(404, "", "SendGrid answered 404.")]
    [InlineData(405, "", "SendGrid answered 405.")]
    public async Task What_is_about_us_is_tried_again(int status, string body, string reason)
    {
        _server.Then(status, body);

        Assert.Equal(new Delivery.FailedForNow(reason), await SendAsync());
        Assert.Single(_server.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task Too_many_requests_fails_for_now_and_says_for_how_long()
    {
        _server.Then(429, """{"errors":[{"message":"too many requests"}]}""", ("Retry-After", "17"));

        Assert.Equal(
            new Delivery.FailedForNow("SendGrid answered 429: too many requests", TimeSpan.FromSeconds(17)),
            await SendAsync()
        );
        Assert.Single(_server.Requests);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:00:40 GMT", 40)]
    [InlineData("X-RateLimit-Reset", "1772442052", 52)]
    [InlineData("X-RateLimit-Reset", "1772441999", null)]
    [InlineData("X-RateLimit-Reset", "soon", null)]
    public async Task A_limit_that_names_the_time_of_its_end_is_waited_for(string header, string value, int? seconds)
    {
        _server.Then(429, "", (header, value));

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var failed = Assert.IsType<Delivery.FailedForNow>(await SendAsync(time: clock));

        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, failed.RetryAfter);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_server_in_trouble_fails_for_now(int status)
    {
        _server.Then(status);

        Assert.Equal(new Delivery.FailedForNow($"SendGrid answered {status}."), await SendAsync());
        Assert.Single(_server.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_never_answers_fails_for_now()
    {
        _server.ThenHang();

        Assert.Equal(
            new Delivery.FailedForNow("SendGrid did not answer in time."),
            await SendAsync(timeout: TimeSpan.FromMilliseconds(300))
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_is_not_there_fails_for_now()
    {
        await _server.DisposeAsync();

        var failed = Assert.IsType<Delivery.FailedForNow>(await SendAsync());
        Assert.StartsWith("SendGrid could not be reached: ", failed.Reason, StringComparison.Ordinal);
    }

    private async Task<Delivery> SendAsync(bool sandbox = false, TimeSpan? timeout = null, TimeProvider? time = null)
    {
        using var http = new HttpClient { Timeout = timeout ?? TimeSpan.FromSeconds(20) };
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.key", Host = _address });
        return await new SendGridTransport(client, sandbox, time ?? TimeProvider.System).SendAsync(Mail);
    }
}
