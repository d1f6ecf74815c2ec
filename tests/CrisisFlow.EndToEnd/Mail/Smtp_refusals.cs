using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_refusals
{
    [Theory(Timeout = 60_000)]
    [InlineData(550, "5.1.1 no such user")]
    [InlineData(550, "no such user")]
    public async Task Of_the_recipient_by_a_proper_server_are_for_good(int status, string text)
    {
        await using var server = new MailServer(new MailServerOptions { RefusesRecipient = (status, text) });
        var failed = Assert.IsType<Delivery.FailedForGood>(await SmtpTry.SendAsync(server.Port));
        Assert.StartsWith($"The mail server answered RCPT TO with {status}: {text}", failed.Reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task For_a_while_by_a_proper_server_are_for_now()
    {
        await using var server = new MailServer(new MailServerOptions { RefusesRecipient = (451, "4.7.1 greylisted") });
        Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("RCPT", "550 5.1.1 no such user", "RCPT TO with 550: 5.1.1 no such user")]
    [InlineData("RCPT", "550-5.1.1 no such\r\n550 5.1.1 user", "RCPT TO with 550: 5.1.1 no such 5.1.1 user")]
    [InlineData("RCPT", "550 #5.1.1 no such user", "RCPT TO with 550: #5.1.1 no such user")]
    [InlineData("RCPT", "554 <ann@brand.example>: 5.1.2 no such domain", "RCPT TO with 554: <ann@brand.example>: 5.1.2 no such domain")]
    [InlineData("RCPT", "501 5.1.3 bad address", "RCPT TO with 501: 5.1.3 bad address")]
    [InlineData("RCPT", "550 5.1.4 two of them", "RCPT TO with 550: 5.1.4 two of them")]
    [InlineData("RCPT", "550 5.1.6 has moved", "RCPT TO with 550: 5.1.6 has moved")]
    [InlineData("RCPT", "550 5.1.10 recipient not found", "RCPT TO with 550: 5.1.10 recipient not found")]
    [InlineData("RCPT", "550 5.2.1 disabled", "RCPT TO with 550: 5.2.1 disabled")]
    [InlineData("RCPT", "550 no such user", "RCPT TO with 550: no such user")]
    [InlineData("RCPT", "550", "RCPT TO with 550: ")]
    [InlineData("RCPT", "551 elsewhere", "RCPT TO with 551: elsewhere")]
    [InlineData("RCPT", "553 no such name at 5.1.1.9", "RCPT TO with 553: no such name at 5.1.1.9")]
    [InlineData(".", "550 5.1.1 no such user", "the end of DATA with 550: 5.1.1 no such user")]
    [InlineData(".", "554 5.2.1 disabled", "the end of DATA with 554: 5.2.1 disabled")]
    public async Task That_name_the_recipient_are_for_good(string command, string answer, string reason)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        Assert.Equal(new Delivery.FailedForGood("The mail server answered " + reason), await SmtpTry.SendAsync(server.Port));
    }

    [Theory(Timeout = 60_000)]
    // The server and the connection.
    [InlineData("", "554 no service", "connecting with 554: no service")]
    [InlineData("", "421 busy", "connecting with 421: busy")]
    [InlineData("EHLO", "550 not you", "connecting with 550: not you")]
    // The sender.
    [InlineData("MAIL", "550 5.7.60 client may not send as this sender", "MAIL FROM with 550: 5.7.60 client may not send as this sender")]
    [InlineData("MAIL", "553 5.1.8 sender's domain not found", "MAIL FROM with 553: 5.1.8 sender's domain not found")]
    [InlineData("MAIL", "550 5.1.1 no such sender", "MAIL FROM with 550: 5.1.1 no such sender")]
    [InlineData("MAIL", "550 who?", "MAIL FROM with 550: who?")]
    [InlineData("MAIL", "552 5.3.4 too big", "MAIL FROM with 552: 5.3.4 too big")]
    [InlineData("MAIL", "421 4.4.2 bye", "MAIL FROM with 421: 4.4.2 bye")]
    // The recipient's server, not the recipient.
    [InlineData("RCPT", "450 greylisted", "RCPT TO with 450: greylisted")]
    [InlineData("RCPT", "450 4.1.1 not now", "RCPT TO with 450: 4.1.1 not now")]
    [InlineData("RCPT", "450 5.1.1 of two minds", "RCPT TO with 450: 5.1.1 of two minds")]
    [InlineData("RCPT", "550 5.7.1 relaying denied", "RCPT TO with 550: 5.7.1 relaying denied")]
    [InlineData("RCPT", "554 5.7.1 blocked", "RCPT TO with 554: 5.7.1 blocked")]
    [InlineData("RCPT", "554 relaying denied", "RCPT TO with 554: relaying denied")]
    [InlineData("RCPT", "552 5.2.2 mailbox full", "RCPT TO with 552: 5.2.2 mailbox full")]
    [InlineData("RCPT", "550 5.1.0 sender denied", "RCPT TO with 550: 5.1.0 sender denied")]
    [InlineData("RCPT", "550 5.1.7 bad sender", "RCPT TO with 550: 5.1.7 bad sender")]
    [InlineData("RCPT", "354 what?", "RCPT TO with 354: what?")]
    // The mail.
    [InlineData("DATA", "451 later", "DATA with 451: later")]
    [InlineData("DATA", "550 5.1.1 no such user", "DATA with 550: 5.1.1 no such user")]
    [InlineData(".", "554 spam", "the end of DATA with 554: spam")]
    [InlineData(".", "554 5.7.1 policy", "the end of DATA with 554: 5.7.1 policy")]
    [InlineData(".", "550 no", "the end of DATA with 550: no")]
    [InlineData(".", "552 5.3.4 too big", "the end of DATA with 552: 5.3.4 too big")]
    [InlineData(".", "452 4.3.1 no room", "the end of DATA with 452: 4.3.1 no room")]
    public async Task That_are_about_us_are_tried_again(string command, string answer, string reason)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        if (command == "EHLO") server.Answers["HELO"] = answer;
        Assert.Equal(new Delivery.FailedForNow("The mail server answered " + reason), await SmtpTry.SendAsync(server.Port));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("AUTH", "535 5.7.8 wrong", "The mail server refused the login of mail.smtp.user: 535: 5.7.8 wrong")]
    [InlineData("AUTH", "534 5.7.9 too weak", "The mail server refused the login of mail.smtp.user: 5.7.9 too weak")]
    [InlineData("AUTH", "454 4.7.0 later", "The mail server refused the login of mail.smtp.user: 454: 4.7.0 later")]
    [InlineData("MAIL", "530 5.7.57 client was not authenticated", "The mail server asks for a login: 5.7.57 client was not authenticated")]
    [InlineData("RCPT", "530 5.7.1 log in first", "The mail server asks for a login: 5.7.1 log in first")]
    public async Task Of_the_login_are_tried_again(string command, string answer, string reason)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        Assert.Equal(new Delivery.FailedForNow(reason), await SmtpTry.SendAsync(server.Port, s => (s.User, s.Password) = ("someone", "sesame")));
    }
}
