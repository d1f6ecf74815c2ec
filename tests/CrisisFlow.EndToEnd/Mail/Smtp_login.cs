using System.Text;
using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_login
{
    private const string User = "relay-user";
    private const string Password = "correct horse/Batterie+9";

    private static readonly string Blob = Base64($"\0{User}\0{Password}");

    [Theory(Timeout = 60_000)]
    [InlineData()]
    [InlineData("LOGIN")]
    [InlineData("PLAIN")]
    public async Task A_login_is_by_PLAIN_or_LOGIN_whichever_the_server_offers(params string[] hidden)
    {
        await using var server = new MailServer(new MailServerOptions { Login = (User, Password), Hides = hidden });
        await new SmtpTry(server.Port).LoggedIn(User, Password).DeliveredAsync();
        Assert.Equal(User, Assert.Single(server.Taken).User);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_login_is_sent_behind_STARTTLS_where_the_server_offers_it_only_then()
    {
        await using var server = new MailServer(
            new MailServerOptions { Login = (User, Password), Certificate = TestCertificate.ForThisMachine }
        );
        var mail = new SmtpTry(server.Port) { Trusting = true }.LoggedIn(User, Password);
        await mail.With(s => s.StartTls = true).DeliveredAsync();
        var taken = Assert.Single(server.Taken);
        Assert.Equal((User, true), (taken.User, taken.Encrypted));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_password_is_shown_once_and_tried_again_later()
    {
        await using var server = new MailServer(new MailServerOptions { Login = (User, Password) });
        // The server counts: of three attempts, two are left.
        Assert.Equal(
            "The mail server refused the login of mail.smtp.user: 535: authentication failed, 2 attempt(s) remaining.",
            await new SmtpTry(server.Port).LoggedIn(User, "wrong").FailedForNowAsync()
        );
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_sent_to_a_server_that_offers_no_login_when_settings_have_one()
    {
        await using var server = new MailServer();
        Assert.Equal(
            "The mail server does not offer a login, but mail.smtp.user is set.",
            await new SmtpTry(server.Port).LoggedIn(User, Password).FailedForNowAsync()
        );
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_asks_for_a_login_that_settings_do_not_have_is_tried_again()
    {
        await using var server = new MailServer(new MailServerOptions { Login = (User, Password) });
        Assert.Equal(
            "The mail server requires a login: authentication required",
            await new SmtpTry(server.Port).FailedForNowAsync()
        );
    }

    public static TheoryData<string, string> Echoes =>
        new()
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
        if (command == "EHLO")
            server.Answers["HELO"] = answer;
        var stored = await new SmtpTry(server.Port).LoggedIn(User, Password).SendAsync() switch
        {
            Delivery.Delivered delivered => delivered.Receipt,
            Delivery.FailedForNow later => later.Reason,
            Delivery.FailedForGood never => never.Reason,
            _ => throw new InvalidOperationException(),
        };
        IEnumerable<string> secrets = [User, "correct", "horse", "Batterie", Base64(User), Base64(Password)];
        var pieces = Enumerable.Range(0, Blob.Length - 5).Select(start => Blob.Substring(start, 6));
        Assert.All(
            secrets.Concat(pieces),
            secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_server_says_besides_stays()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["AUTH"] = $"535 5.7.8 {User} is locked: https://mail.example/help?p=Locked (queue 4f2a91bc77d0)";
        Assert.Equal(
            "The mail server refused the login of mail.smtp.user: 535: 5.7.8 *** is locked: "
                + "https://mail.example/help?p=Locked (queue 4f2a91bc77d0)",
            await new SmtpTry(server.Port).LoggedIn(User, Password).FailedForNowAsync()
        );
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
