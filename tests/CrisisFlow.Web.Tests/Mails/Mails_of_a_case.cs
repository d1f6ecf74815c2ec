using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Warnings;
using CrisisFlow.Web;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests.Mails;

public sealed class Mails_of_a_case
{
    [Fact(Timeout = 120_000)]
    public async Task Whoever_is_asked_reads_what_why_what_is_asked_until_when_and_what_happens_otherwise()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var text = desk.Mailbox.Last(mail => mail.To.Address == SampleCase.Ann.Email).Text;
        Assert.Contains("林悦 wrote version 1", text);
        Assert.Contains("Ann Smith, this is assigned to you because of your role: legal.", text);
        Assert.Contains("*** Please approve or reject this version.", text);
        Assert.Contains("Please answer by 20 Nov 01:40 (UTC, in 25 minutes).", text);
        Assert.Contains(
            "If nobody answers, a reminder is sent on 20 Nov 01:25. "
                + "On 20 Nov 01:40 this is escalated to Bob Miller, 陈立. "
                + "Reminders continue until someone answers; nothing is published without approval.",
            text
        );
        Assert.Contains("Read and decide:\nhttps://crisis.qingtian.example/l/", text);
    }

    [Fact(Timeout = 120_000)]
    public async Task Each_person_reads_the_own_language_and_time()
    {
        await using var desk = await SiteDesk.OpenAsync();
        Assert.Contains("请在 11月20日 09:30（UTC+8，30 分钟后）前答复。", desk.Mailbox.Single().Text);
        Assert.Contains("<html lang=\"zh-CN\">", desk.Mailbox.Single().Html);
        await Walk.ToApprovalAsync(desk);
        Assert.Contains("<html lang=\"en\">", desk.Mailbox.Last(mail => mail.To.Address == SampleCase.Ann.Email).Html);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_whole_text_to_approve_stands_in_the_mail()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var mail = desk.Mailbox.Last(mail => mail.To.Address == SampleCase.Ann.Email);
        Assert.Contains("我们为 12 款商品的标价问题致歉，并将全额退差。", mail.Html);
        Assert.Contains("> 我们为 12 款商品的标价问题致歉，并将全额退差。", mail.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_does_not_answer_is_reminded_and_then_the_next_are_asked()
    {
        await using var desk = await SiteDesk.OpenAsync();
        await desk.ForwardAsync(TimeSpan.FromMinutes(15));
        Assert.Contains("提醒：研判", desk.Mailbox[^1].Subject);
        await desk.ForwardAsync(TimeSpan.FromMinutes(15));
        Assert.Contains(
            desk.Mailbox,
            mail =>
                mail.To.Address == SampleCase.Bob.Email
                && mail.Subject.Contains("Escalation: Triage", StringComparison.Ordinal)
        );
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Bob), ("verdict", "Nothing"))).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_rejection_reaches_the_author_with_its_comment()
    {
        await using var desk = await Walk.AtApprovalAsync();
        await desk.PostAsync(
            desk.LinkFor(SampleCase.Ann),
            ("decision", "reject"),
            ("comment", "Name the date of the refund.")
        );
        await desk.RunAsync();
        var mail = desk.Mailbox.Last(mail => mail.To.Address == SampleCase.Lin.Email);
        Assert.Contains("声明未获批准", mail.Subject);
        Assert.Contains("> Name the date of the refund.", mail.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_mail_of_the_whole_way_is_one_a_mail_server_takes()
    {
        await using var desk = await SiteDesk.OpenAsync(
            SampleCase.Subject(story: "价格\r\nBcc: evil@evil.example\u2028<b>")
        );
        await Walk.ToEndAsync(desk);
        Assert.True(desk.Mailbox.Count > 10);
        Assert.Equal(desk.Mailbox.Count, desk.Mailbox.Select(mail => mail.Id).Distinct().Count());
        Assert.All(
            desk.Mailbox,
            mail =>
            {
                Assert.Null(Eml.Refuses(mail));
                var read = EmlReader.Read(Eml.Write(mail, desk.Clock.GetUtcNow()))!;
                Assert.Equal(mail.Html.ReplaceLineEndings("\r\n"), read.Html);
                Assert.DoesNotContain("<b>", mail.Html);
            }
        );
    }

    [Fact]
    public void A_warning_shows_its_reason_its_sum_and_its_evidence()
    {
        var mails = Writer();
        var raised = new WarningEvent.Raised(
            SampleCase.Start,
            "qingtian.0001",
            Level.None,
            Level.Red,
            71.2,
            WarningReason.GraveEvent,
            "story",
            default!,
            TeamData.Terms,
            [new("<i>顾客</i>", 0.8, 120, 3)],
            true
        );
        var mail = mails.Write(raised, new TopicId("qingtian"), SampleCase.Ann, SampleCase.Start)!;
        Assert.Equal("Warning 晴天电商: red: story", mail.Subject);
        foreach (
            var shown in (string[])
                [
                    "Warning raised: red, risk index 71.2.",
                    "Reason: A serious event on a hot list or in the news.",
                    "Most serious event named: 24.6",
                    "Risk index: 71.2",
                    "- <i>顾客</i>",
                    "120 mentions · #3 on a hot list",
                ]
        )
            Assert.Contains(shown, mail.Text);
        Assert.DoesNotContain("<i>", mail.Html);
        Assert.Null(Eml.Refuses(mail));
    }

    [Fact(Timeout = 120_000)]
    public async Task The_button_of_a_warning_opens_anywhere_for_its_reader_and_only_to_read()
    {
        await using var desk = await SiteDesk.OpenAsync().FilledAsync("story");
        var raised = new WarningEvent.Raised(
            SampleCase.Start,
            "qingtian.0001",
            Level.None,
            Level.Yellow,
            33,
            WarningReason.IndexRose,
            "story",
            default!,
            [],
            [],
            true
        );
        var mail = new WarningMails(new MailLinks(desk.Signer, SampleCase.Settings()), SampleCase.Settings()).Write(
            raised,
            new TopicId("qingtian"),
            SampleCase.Lin,
            desk.Clock.GetUtcNow()
        )!;
        var path = new Uri(
            mail.Text.Split('\n').First(line => line.StartsWith("https://", StringComparison.Ordinal))
        ).AbsolutePath;
        var page = await desk.GetAsync(path);
        Assert.Equal(200, page.Status);
        Assert.Contains("<html lang=\"zh-CN\">", page.Text);
        Assert.DoesNotContain("<form", page.Text);
        Assert.DoesNotContain("href=\"/topics/", page.Text);
        var posted = await desk.PostAsync(path, ("x", "y"));
        Assert.Equal((405, "GET, HEAD"), (posted.Status, posted.Headers["Allow"]));
        desk.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(410, (await desk.GetAsync(path)).Status);
    }

    [Fact]
    public void A_warning_whose_mail_is_held_back_writes_none()
    {
        var raised = new WarningEvent.Raised(
            SampleCase.Start,
            "qingtian.0001",
            Level.None,
            Level.Yellow,
            33,
            WarningReason.IndexRose,
            "story",
            default!,
            [],
            [],
            Mail: false
        );
        Assert.Null(Writer().Write(raised, new TopicId("qingtian"), SampleCase.Ann, SampleCase.Start));
    }

    private static WarningMails Writer() =>
        new(new MailLinks(new LinkSigner(new LinkKeys(new byte[32])), SampleCase.Settings()), SampleCase.Settings());
}
