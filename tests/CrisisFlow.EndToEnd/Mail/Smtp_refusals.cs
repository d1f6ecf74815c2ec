using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_refusals
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [""] = "connecting",
        ["EHLO"] = "connecting",
        ["MAIL"] = "MAIL FROM",
        ["RCPT"] = "RCPT TO",
        ["DATA"] = "DATA",
        ["."] = "the end of DATA",
    };

    [Theory(Timeout = 60_000)]
    [InlineData(550, "5.1.1 no such user")]
    [InlineData(550, "no such user")]
    public async Task Smtp_refusals_of_the_recipient_by_a_proper_server_are_for_good(int status, string text)
    {
        await using var server = new MailServer(new MailServerOptions { RefusesRecipient = (status, text) });
        var reason = await new SmtpTry(server.Port).FailedForGoodAsync();
        Assert.StartsWith($"The mail server answered RCPT TO with {status}: {text}", reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Smtp_refusals_for_a_while_by_a_proper_server_are_for_now()
    {
        await using var server = new MailServer(new MailServerOptions { RefusesRecipient = (451, "4.7.1 greylisted") });
        await new SmtpTry(server.Port).FailedForNowAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("RCPT", "550 5.1.1 no such user")]
    [InlineData("RCPT", "550 #5.1.1 no such user")]
    [InlineData("RCPT", "554 <ann@brand.example>: 5.1.2 no such domain")]
    [InlineData("RCPT", "501 5.1.3 bad address")]
    [InlineData("RCPT", "550 5.1.4 two of them")]
    [InlineData("RCPT", "550 5.1.6 has moved")]
    [InlineData("RCPT", "550 5.1.10 recipient not found")]
    [InlineData("RCPT", "550 5.2.1 disabled")]
    [InlineData("RCPT", "550 no such user")]
    [InlineData("RCPT", "550 ")]
    [InlineData("RCPT", "551 elsewhere")]
    [InlineData("RCPT", "553 no such name at 5.1.1.9")]
    [InlineData(".", "550 5.1.1 no such user")]
    [InlineData(".", "554 5.2.1 disabled")]
    public async Task Smtp_refusals_that_name_the_recipient_are_for_good(string command, string answer)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        Assert.Equal(Answered(command, answer), await new SmtpTry(server.Port).FailedForGoodAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Smtp_refusals_of_many_lines_are_told_on_one()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["RCPT"] = "550-5.1.1 no such\r\n550 5.1.1 user";
        Assert.Equal(
            "The mail server answered RCPT TO with 550: 5.1.1 no such 5.1.1 user",
            await new SmtpTry(server.Port).FailedForGoodAsync()
        );
    }

    [Theory(Timeout = 60_000)]
    // The server and the connection.
    [InlineData("", "554 no service")]
    [InlineData("", "421 busy")]
    [InlineData("EHLO", "550 not you")]
    // The sender.
    [InlineData("MAIL", "550 5.7.60 client may not send as this sender")]
    [InlineData("MAIL", "553 5.1.8 sender's domain not found")]
    [InlineData("MAIL", "550 5.1.1 no such sender")]
    [InlineData("MAIL", "550 who?")]
    [InlineData("MAIL", "552 5.3.4 too big")]
    [InlineData("MAIL", "421 4.4.2 bye")]
    // The recipient's server, not the recipient.
    [InlineData("RCPT", "450 greylisted")]
    [InlineData("RCPT", "450 4.1.1 not now")]
    [InlineData("RCPT", "450 5.1.1 of two minds")]
    [InlineData("RCPT", "550 5.7.1 relaying denied")]
    [InlineData("RCPT", "554 5.7.1 blocked")]
    [InlineData("RCPT", "554 relaying denied")]
    [InlineData("RCPT", "552 5.2.2 mailbox full")]
    [InlineData("RCPT", "550 5.1.0 sender denied")]
    [InlineData("RCPT", "550 5.1.7 bad sender")]
    [InlineData("RCPT", "354 what?")]
    // The mail.
    [InlineData("DATA", "451 later")]
    [InlineData("DATA", "550 5.1.1 no such user")]
    [InlineData(".", "554 spam")]
    [InlineData(".", "554 5.7.1 policy")]
    [InlineData(".", "550 no")]
    [InlineData(".", "552 5.3.4 too big")]
    [InlineData(".", "452 4.3.1 no room")]
    public async Task Smtp_refusals_that_are_about_us_are_tried_again(string command, string answer)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        if (command == "EHLO")
            server.Answers["HELO"] = answer;
        Assert.Equal(Answered(command, answer), await new SmtpTry(server.Port).FailedForNowAsync());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("AUTH", "535 5.7.8 wrong", "refused the login of mail.smtp.user: 535: 5.7.8 wrong")]
    [InlineData("AUTH", "534 5.7.9 too weak", "refused the login of mail.smtp.user: 5.7.9 too weak")]
    [InlineData("AUTH", "454 4.7.0 later", "refused the login of mail.smtp.user: 454: 4.7.0 later")]
    [InlineData("MAIL", "530 5.7.57 not authenticated", "requires a login: 5.7.57 not authenticated")]
    [InlineData("RCPT", "530 5.7.1 log in first", "requires a login: 5.7.1 log in first")]
    public async Task Smtp_refusals_of_the_login_are_tried_again(string command, string answer, string reason)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        var mail = new SmtpTry(server.Port).LoggedIn("someone", "sesame");
        Assert.Equal("The mail server " + reason, await mail.FailedForNowAsync());
    }

    private static string Answered(string command, string answer) =>
        $"The mail server answered {Names[command]} with {answer[..3]}: {answer[4..]}";
}
