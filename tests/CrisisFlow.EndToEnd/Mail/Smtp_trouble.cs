using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_trouble
{
    [Theory(Timeout = 60_000)]
    [InlineData("", "0.2s to connect")]
    [InlineData("EHLO", "0.2s to connect")]
    [InlineData("STARTTLS", "0.2s to connect")]
    [InlineData("TLS", "0.2s to connect")]
    [InlineData("AUTH", "0.4s")]
    [InlineData("MAIL", "0.4s")]
    [InlineData("RCPT", "0.4s")]
    [InlineData("DATA", "0.4s")]
    [InlineData(".", "0.4s")]
    public async Task A_server_that_falls_silent_at_any_stage_is_left_after_the_time_limit(string command, string limit)
    {
        var tls = command is "STARTTLS" or "TLS";
        await using var server = new ScriptedMailServer { Hangs = command, Offers = tls ? ["STARTTLS"] : ["AUTH PLAIN"] };
        var delivery = await SmtpTry.SendAsync(server.Port, s =>
        {
            s.Timeout = TimeSpan.FromMilliseconds(400);
            s.StartTls = tls;
            s.User = "someone";
        });
        Assert.Equal(new Delivery.FailedForNow($"The mail server 127.0.0.1:{server.Port} took longer than {limit}."), delivery);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_never_shakes_hands_on_the_port_of_implicit_TLS_is_left_after_the_time_limit()
    {
        await using var server = new ScriptedMailServer { Hangs = "" };
        Assert.Equal(
            new Delivery.FailedForNow($"The mail server 127.0.0.1:{server.Port} took longer than 0.1s to connect."),
            await SmtpTry.SendAsync(server.Port, s => s.Timeout = TimeSpan.FromMilliseconds(200), implicitTls: true));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("QUIT")]
    [InlineData("RSET")]
    public async Task Silence_after_the_answer_changes_nothing(string command)
    {
        await using var server = new ScriptedMailServer { Hangs = command };
        if (command == "RSET") server.Answers["RCPT"] = "550 no such user";
        var delivery = await SmtpTry.SendAsync(server.Port, s => s.Timeout = TimeSpan.FromSeconds(2));
        if (command == "RSET") Assert.IsType<Delivery.FailedForGood>(delivery);
        else Assert.Equal(new Delivery.Delivered("taken"), delivery);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("EHLO")]
    [InlineData("STARTTLS")]
    [InlineData("TLS")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task Who_cancels_at_any_stage_gets_no_answer(string command)
    {
        var tls = command is "STARTTLS" or "TLS";
        await using var server = new ScriptedMailServer { Hangs = command, Offers = tls ? ["STARTTLS"] : ["AUTH PLAIN"] };
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SmtpTry.SendAsync(server.Port, s => (s.StartTls, s.User) = (tls, "someone"), cancellation: cancelled.Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_connection_that_is_cut_at_any_stage_is_a_failure_for_now(string command)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = null;
        var failed = Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port, s => s.User = "someone"));
        Assert.StartsWith($"The mail server 127.0.0.1:{server.Port} failed: ", failed.Reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mail_whose_answer_was_cut_off_goes_out_again_with_the_same_message_id()
    {
        await using var cut = new ScriptedMailServer();
        cut.Answers["."] = null;
        Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(cut.Port));
        Assert.Equal(1, cut.Mails);
        await using var server = new MailServer();
        await SmtpTry.SendAsync(server.Port);
        await SmtpTry.SendAsync(server.Port);
        Assert.Single(server.Taken.Select(taken => EmlReader.Read(taken.Mail)!.MessageId).Distinct());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cut_at_the_goodbye_changes_nothing()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["QUIT"] = null;
        Assert.Equal(new Delivery.Delivered("taken"), await SmtpTry.SendAsync(server.Port));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", "garbage")]
    [InlineData("EHLO", "garbage")]
    [InlineData("EHLO", "250-a\r\n550 b")]
    [InlineData("MAIL", "9")]
    [InlineData("RCPT", "2500 ok")]
    [InlineData("DATA", "")]
    [InlineData(".", "OK")]
    public async Task Nonsense_is_a_failure_for_now(string command, string answer)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port, s => s.Timeout = TimeSpan.FromSeconds(2)));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("MAIL")]
    public async Task A_reply_without_end_is_left_before_it_fills_the_memory(string command)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = string.Concat(Enumerable.Repeat("250-" + new string('x', 96) + "\r\n", 20_000)) + "250 end";
        var failed = Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port));
        Assert.Contains($"the server sent more than {SmtpTransport.MostFromServer} bytes", failed.Reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_long_refusal_is_cut_and_its_lines_are_joined()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["RCPT"] = "550-" + new string('x', 200) + "\r\n550 \u202e" + new string('y', 9_000);
        var failed = Assert.IsType<Delivery.FailedForGood>(await SmtpTry.SendAsync(server.Port));
        Assert.Equal($"The mail server answered RCPT TO with 550: {new string('x', 200)} {new string('y', 99)}…", failed.Reason);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_is_not_there_is_a_failure_for_now()
    {
        var server = new ScriptedMailServer();
        await server.DisposeAsync();
        var failed = Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port));
        Assert.StartsWith($"The mail server 127.0.0.1:{server.Port} cannot be reached: ", failed.Reason, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("nowhere.invalid")]
    [InlineData("two words")]
    [InlineData("::1%nowhere")]
    public async Task A_host_that_is_not_found_is_a_failure_for_now(string host) =>
        Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(25, s => s.Host = host));
}
