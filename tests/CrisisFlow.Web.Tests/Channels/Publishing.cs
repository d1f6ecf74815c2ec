using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Clock;
using CrisisFlow.Testing.Stores;
using CrisisFlow.Web;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests.Channels;

public sealed class Publishing : IMailTransport
{
    private readonly ManualClock _clock = new(SampleCase.Start);
    private readonly MemoryEntityStore _store = new();
    private readonly Receiver _receiver = new();
    private readonly List<MailMessage> _mails = [];
    private Func<MailMessage, Delivery> _mailAnswer = mail => new Delivery.Delivered(mail.To.Address);

    public Publishing() => _store.CreateTablesAsync(ChannelSet.Tables).Wait();

    [Fact]
    public async Task A_webhook_gets_signed_json_with_a_key_that_is_the_publication()
    {
        var delivery = await Webhook().PublishAsync(Order(), default);
        Assert.Equal(new Delivery.Delivered("press room: 200"), delivery);
        var (headers, body) = Assert.Single(_receiver.Requests);
        Assert.Equal("case-1.v2-webhook-zh", headers["Idempotency-Key"]);
        Assert.Equal(
            Response.Channels.Webhook.Sign("secret", headers["X-CrisisFlow-Timestamp"], body),
            headers["X-CrisisFlow-Signature"]);
        Assert.Equal(
            _clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            headers["X-CrisisFlow-Timestamp"]);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal("我们致歉。", json.GetProperty("body").GetString());
        Assert.Equal("zh", json.GetProperty("language").GetString());
        Assert.Equal(2, json.GetProperty("version").GetInt32());
    }

    [Theory]
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
        _receiver.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);
        Assert.Equal(outcome, (await Webhook().PublishAsync(Order(), default)).GetType().Name);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 20 Nov 2026 01:10:00 GMT", 600)]
    [InlineData("999999999", 86_400)]
    [InlineData("Fri, 20 Nov 2020 01:10:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task A_webhook_that_asks_for_time_gets_it_up_to_a_day(string asked, int? seconds)
    {
        _receiver.Answer = _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Retry-After", asked);
            return response;
        };
        var later = Assert.IsType<Delivery.FailedForNow>(await Webhook().PublishAsync(Order(), default));
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, later.RetryAfter);
    }

    [Fact]
    public async Task A_webhook_that_does_not_answer_is_tried_again()
    {
        _receiver.Answer = _ => throw new HttpRequestException("refused");
        Assert.Equal(
            new Delivery.FailedForNow("Webhook press room does not answer: refused"),
            await Webhook().PublishAsync(Order(), default));
    }

    [Fact]
    public async Task A_second_try_leaves_out_the_webhooks_that_have_it()
    {
        var failing = true;
        _receiver.Answer = request => new HttpResponseMessage(
            failing && request.RequestUri!.Host == "two.example" ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
        var webhook = Webhook("https://one.example/", "https://two.example/");
        Assert.IsType<Delivery.FailedForNow>(await webhook.PublishAsync(Order(), default));
        failing = false;
        Assert.IsType<Delivery.Delivered>(await webhook.PublishAsync(Order(), default));
        Assert.IsType<Delivery.Delivered>(await webhook.PublishAsync(Order(), default));
        Assert.Equal(3, _receiver.Requests.Count);
    }

    [Fact]
    public async Task A_press_mail_goes_to_each_address_once_and_a_bad_address_costs_the_others_nothing()
    {
        var settings = SampleCase.Settings();
        settings.Channels.PressList = ["one@press.example", "bad@press.example", "two@press.example"];
        _mailAnswer = mail => mail.To.Address.StartsWith("bad", StringComparison.Ordinal)
            ? new Delivery.FailedForGood("No such mailbox.") : new Delivery.Delivered(mail.To.Address);
        var press = new PressMail(this, new ReceiptStore(_store), settings);
        var delivery = await press.PublishAsync(Order(), default);
        await press.PublishAsync(Order(), default);
        Assert.Equal(
            new Delivery.Delivered("one@press.example, two@press.example (1 of 3 refused: No such mailbox.)"),
            delivery);
        Assert.Equal(2, _mails.Count(mail => !mail.To.Address.StartsWith("bad", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_channel_without_a_target_fails_for_good() =>
        Assert.Equal(
            new Delivery.FailedForGood("Channel webhook has no target: channels.webhooks is empty."),
            await new Webhook(new HttpClient(_receiver), new ReceiptStore(_store), [], _clock)
                .PublishAsync(Order(), default));

    [Fact]
    public async Task A_statement_published_twice_is_one_page_with_one_address()
    {
        var pages = new OwnPages(new StatementStore(_store), SampleCase.Settings().Site);
        var first = await pages.PublishStatementAsync(Order(), default);
        Assert.Equal(first, await pages.PublishStatementAsync(Order(), default));
        Assert.Single(await new StatementStore(_store).NewestAsync(10, default));
        Assert.Matches(
            "^https://crisis\\.qingtian\\.example/statements/20261120010000-[0-9a-f]{12}$",
            Assert.IsType<Delivery.Delivered>(first).Receipt);
    }

    [Fact]
    public async Task Statements_come_newest_first()
    {
        var table = new StatementStore(_store);
        await table.AddAsync(Order(), default);
        await table.AddAsync(
            Order(id: "v3-statement-page-zh", at: SampleCase.Start.AddHours(1), title: "newer"), default);
        Assert.Equal(["newer", "说明"], (await table.NewestAsync(10, default)).Select(one => one.Title));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("20261120010000-zzzzzzzzzzzz")]
    [InlineData("x")]
    [InlineData("")]
    public async Task An_address_that_is_none_of_ours_finds_nothing(string slug) =>
        Assert.Null(await new StatementStore(_store).FindAsync(slug, default));

    [Fact]
    public async Task The_feed_is_well_formed_whatever_was_published_and_says_when_nothing_changed()
    {
        await using var desk = new SiteDesk();
        await new StatementStore(desk.Store).AddAsync(
            Order(title: "a < b & c > \"d\" ]]> \u0001\uffff", body: "<script>alert(1)</script>\ud800"), default);
        var feed = await desk.GetAsync("/statements/feed.atom");
        var entry = XDocument.Parse(feed.Text).Root!.Elements().Single(element => element.Name.LocalName == "entry");
        Assert.Contains("<script>alert(1)</script>", entry.Value);
        Assert.Equal(304, (await desk.GetAsync("/statements/feed.atom", etag: feed.Headers["ETag"])).Status);
    }

    [Fact]
    public async Task What_is_public_may_be_found_and_kept()
    {
        await using var desk = new SiteDesk();
        var headers = (await desk.GetAsync("/statements")).Headers;
        Assert.DoesNotContain("X-Robots-Tag", headers.Keys);
        Assert.Equal("public, max-age=60", headers["Cache-Control"]);
    }

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        _mails.Add(mail);
        return Task.FromResult(_mailAnswer(mail));
    }

    private Webhook Webhook(params string[] urls) => new(new HttpClient(_receiver), new ReceiptStore(_store),
        [.. (urls.Length == 0 ? ["https://press.example/hook"] : urls).Select(
            url => new WebhookSettings { Name = "press room", Url = new Uri(url), Secret = "secret" })], _clock);

    private static PublicationOrder Order(
        string id = "v2-webhook-zh", DateTimeOffset? at = null, string title = "说明", string body = "我们致歉。") => new(
        new PublicationId(id), new CaseId("case-1"), "qingtian", "晴天电商", 2, new string('a', 64), Channel.Webhook,
        Language.Zh, title, body, at ?? SampleCase.Start, false);

    private sealed class Receiver : HttpMessageHandler
    {
        public readonly List<(Dictionary<string, string> Headers, byte[] Body)> Requests = [];

        public Func<HttpRequestMessage, HttpResponseMessage> Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(
                (request.Headers.ToDictionary(header => header.Key, header => header.Value.First()),
                    await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
            return Answer(request);
        }
    }
}
