using System.Globalization;
using System.Net;
using System.Text.Json;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.Webhook;

namespace CrisisFlow.Response.Tests.Channels.Webhook;

public sealed class Posting_to_a_webhook
{
    private readonly ChannelDesk _desk = new();

    [Fact(Timeout = 120_000)]
    public async Task A_webhook_gets_signed_json_with_a_key_that_is_the_publication()
    {
        Assert.Equal(new Delivery.Delivered("press room: 200"), await PublishAsync());

        var (headers, body) = Assert.Single(_desk.Receiver.Requests);
        Assert.Equal("case-1.v2-webhook-zh", headers["Idempotency-Key"]);
        Assert.Equal(
            WebhookClient.Sign("a secret of some length", headers["X-CrisisFlow-Timestamp"], body),
            headers["X-CrisisFlow-Signature"]
        );
        Assert.Equal(
            _desk.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            headers["X-CrisisFlow-Timestamp"]
        );
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal("我们致歉。", json.GetProperty("body").GetString());
        Assert.Equal("zh", json.GetProperty("language").GetString());
        Assert.Equal(2, json.GetProperty("version").GetInt32());
    }

    [Theory(Timeout = 120_000)]
    [InlineData(200, "Delivered")]
    [InlineData(202, "Delivered")]
    [InlineData(204, "Delivered")]
    [InlineData(301, "FailedForGood")]
    [InlineData(400, "FailedForGood")]
    [InlineData(401, "FailedForGood")]
    [InlineData(404, "FailedForGood")]
    [InlineData(410, "FailedForGood")]
    [InlineData(408, "FailedForNow")]
    [InlineData(409, "FailedForNow")]
    [InlineData(425, "FailedForNow")]
    [InlineData(429, "FailedForNow")]
    [InlineData(500, "FailedForNow")]
    [InlineData(503, "FailedForNow")]
    public async Task A_webhooks_status_says_how_it_went(int status, string outcome)
    {
        _desk.Receiver.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);

        Assert.Equal(outcome, (await PublishAsync()).GetType().Name);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("120", 120)]
    [InlineData("Fri, 20 Nov 2026 01:10:00 GMT", 600)]
    [InlineData("999999999", 86_400)]
    [InlineData("Fri, 20 Nov 2020 01:10:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task A_webhook_that_asks_for_time_gets_it_up_to_a_day(string asked, int? seconds)
    {
        _desk.Receiver.Answer = _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Retry-After", asked);
            return response;
        };

        var later = Assert.IsType<Delivery.FailedForNow>(await PublishAsync());

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, later.RetryAfter);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_webhook_that_does_not_answer_is_tried_again()
    {
        _desk.Receiver.Answer = _ => throw new HttpRequestException("refused");

        Assert.Equal(new Delivery.FailedForNow("Webhook press room does not answer: refused"), await PublishAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_second_try_leaves_out_the_webhooks_that_have_it()
    {
        var failing = true;
        _desk.Receiver.Answer = request => new HttpResponseMessage(
            failing && request.RequestUri!.Host == "two.example" ? HttpStatusCode.BadGateway : HttpStatusCode.OK
        );
        string[] both = ["https://one.example/", "https://two.example/"];

        Assert.IsType<Delivery.FailedForNow>(await PublishAsync(both));
        failing = false;
        Assert.IsType<Delivery.Delivered>(await PublishAsync(both));
        Assert.IsType<Delivery.Delivered>(await PublishAsync(both));

        Assert.Equal(3, _desk.Receiver.Requests.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_webhook_channel_without_a_target_fails_for_good()
    {
        var none = await _desk.Open(new WebhookChannel())(SampleOrder.Of(WebhookChannel.Id), default);

        Assert.Equal(new Delivery.FailedForGood("Channel webhook has no target: channels.webhooks is empty."), none);
    }

    [Fact]
    public void A_webhook_without_an_address_or_with_a_short_secret_is_refused() =>
        Assert.Equal(
            [
                ("webhooks[0].url", "A webhook needs an address."),
                ("webhooks[0].secret", "The secret has 5 characters; it has 16 or more."),
            ],
            new WebhookSettings { Webhooks = [new WebhookTarget { Name = "x", Secret = "short" }] }.Failures()
        );

    private Task<Delivery> PublishAsync(params string[] urls)
    {
        _desk.Settings.Channels.Of<WebhookSettings>().Webhooks =
        [
            .. (urls.Length == 0 ? ["https://press.example/hook"] : urls).Select(url => new WebhookTarget
            {
                Name = "press room",
                Url = new Uri(url),
                Secret = "a secret of some length",
            }),
        ];
        return _desk.Open(new WebhookChannel())(SampleOrder.Of(WebhookChannel.Id), default);
    }
}
