using System.Text;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_login
{
    private const string User = "relay-user";
    private const string Password = "correct horse/Batterie+9";

    private static readonly string Blob = Base64($"\0{User}\0{Password}");

    private static readonly MailServerOptions Closed = new() { Login = (User, Password) };

    [Theory(Timeout = 60_000)]
    [InlineData()]
    [InlineData("LOGIN")]
    [InlineData("PLAIN")]
    public async Task By_PLAIN_or_LOGIN_whichever_the_server_offers(params string[] hidden)
    {
        await using var server = new MailServer(new MailServerOptions { Login = Closed.Login, Hides = hidden });
        Assert.IsType<Delivery.Delivered>(await SmtpTry.SendAsync(server.Port, LogIn));
        Assert.Equal(User, Assert.Single(server.Taken).User);
    }

    [Fact(Timeout = 60_000)]
    public async Task Behind_STARTTLS_where_the_server_offers_it_only_then()
    {
        await using var server = new MailServer(new MailServerOptions { Login = Closed.Login, Certificate = TestCertificate.ForThisMachine });
        Assert.IsType<Delivery.Delivered>(await SmtpTry.SendAsync(server.Port, s => { LogIn(s); s.StartTls = true; }, trusted: true));
        var taken = Assert.Single(server.Taken);
        Assert.Equal((User, true), (taken.User, taken.Encrypted));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_password_is_shown_once_and_tried_again_later()
    {
        await using var server = new MailServer(Closed);
        // The server counts: of three attempts, two are left.
        Assert.Equal(
            new Delivery.FailedForNow("The mail server refused the login of mail.smtp.user: 535: authentication failed, 2 attempt(s) remaining."),
            await SmtpTry.SendAsync(server.Port, s => (s.User, s.Password) = (User, "wrong")));
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_sent_to_a_server_that_offers_no_login_when_settings_have_one()
    {
        await using var server = new MailServer();
        Assert.Equal(
            new Delivery.FailedForNow("The mail server does not offer a login; mail.smtp.user asks for one."),
            await SmtpTry.SendAsync(server.Port, LogIn));
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_asks_for_a_login_that_settings_do_not_have_is_tried_again()
    {
        await using var server = new MailServer(Closed);
        Assert.Equal(
            new Delivery.FailedForNow("The mail server asks for a login: authentication required"),
            await SmtpTry.SendAsync(server.Port));
    }

    public static TheoryData<string, string> Echoes => new()
    {
        { "AUTH", $"535 5.7.8 {User} with {Password} is not known" },
        { "AUTH", $"500 unrecognized command: AUTH PLAIN {Blob}" },
        { "AUTH", $"500 unrecognized command: 'AUTH PLAIN {Blob.ToUpperInvariant()}'" },
        { "AUTH", $"500 AUTH PLAIN {Blob[..20]}... is too long" },
        { "AUTH", $"500 ...{Blob[9..]} is too long" },
        { "AUTH", $"535-5.7.8 user {Base64(User)}\r\n535 5.7.8 password {Base64(Password)}" },
        { "AUTH", $"535 {Password[..9]}" },
        { "AUTH", $"534 5.7.9 {Password}" },
        { "AUTH", $"garbage {Blob}" },
        { "MAIL", $"530 5.7.57 {Blob}" },
        { "MAIL", $"550 5.7.60 {User} {Password}" },
        { "RCPT", $"550 5.1.1 {Blob}" },
        { "DATA", $"451 {Blob}" },
        { ".", $"554 5.7.1 {Password}" },
        { ".", $"250 taken from {User} {Password} {Blob}" },
        { "EHLO", $"421 {Password}" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Echoes))]
    public async Task No_reason_and_no_receipt_holds_the_login_when_a_server_repeats_it(string command, string answer)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        if (command == "EHLO") server.Answers["HELO"] = answer;
        var delivery = await SmtpTry.SendAsync(server.Port, LogIn);
        var stored = delivery switch
        {
            Delivery.Delivered delivered => delivered.Receipt,
            Delivery.FailedForNow later => later.Reason,
            Delivery.FailedForGood never => never.Reason,
            _ => throw new InvalidOperationException(),
        };
        foreach (var secret in (string[])[User, "correct", "horse", "Batterie", Base64(User), Base64(Password)])
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i + 6 <= Blob.Length; i++) Assert.DoesNotContain(Blob.Substring(i, 6), stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_server_says_besides_stays()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["AUTH"] = $"535 5.7.8 {User} is locked: https://mail.example/help?p=Locked (queue 4f2a91bc77d0)";
        Assert.Equal(
            new Delivery.FailedForNow("The mail server refused the login of mail.smtp.user: 535: 5.7.8 *** is locked: https://mail.example/help?p=Locked (queue 4f2a91bc77d0)"),
            await SmtpTry.SendAsync(server.Port, LogIn));
    }

    private static void LogIn(SmtpSettings settings) => (settings.User, settings.Password) = (User, Password);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
