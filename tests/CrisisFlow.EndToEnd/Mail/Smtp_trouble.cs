using System.Text;
using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
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
        await using var server = Silent(command);
        Assert.Equal(
            $"The mail server 127.0.0.1:{server.Port} took longer than {limit}.",
            await To(server, command).Within(400).FailedForNowAsync()
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_never_shakes_hands_on_the_port_of_implicit_TLS_is_left_after_the_time_limit()
    {
        await using var server = Silent("");
        Assert.Equal(
            $"The mail server 127.0.0.1:{server.Port} took longer than 0.1s to connect.",
            await new SmtpTry(server.Port) { ImplicitTls = true }
                .Within(200)
                .FailedForNowAsync()
        );
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
        await using var server = Silent(command);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => To(server, command).SendAsync(cancelled.Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Silence_at_the_goodbye_changes_nothing()
    {
        await using var server = Silent("QUIT");
        Assert.Equal("taken", await To(server, "QUIT").Within(5_000).DeliveredAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Silence_after_a_refusal_changes_nothing()
    {
        await using var server = Silent("RSET");
        server.Answers["RCPT"] = "550 no such user";
        await To(server, "RSET").Within(2_000).FailedForGoodAsync();
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
        Assert.StartsWith(
            $"The mail server 127.0.0.1:{server.Port} failed: ",
            await To(server, command).FailedForNowAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cut_at_the_goodbye_changes_nothing()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["QUIT"] = null;
        Assert.Equal("taken", await new SmtpTry(server.Port).DeliveredAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mail_whose_answer_was_cut_off_goes_out_again_with_the_same_message_id()
    {
        await using var cut = new ScriptedMailServer();
        cut.Answers["."] = null;
        await new SmtpTry(cut.Port).FailedForNowAsync();
        await using var server = new MailServer();
        await new SmtpTry(server.Port).DeliveredAsync();
        var first = EmlReader.Read(Encoding.ASCII.GetBytes(Assert.Single(cut.Mails)))!;
        Assert.Equal(first.MessageId, EmlReader.Read(Assert.Single(server.Taken).Mail)!.MessageId);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", "garbage")]
    [InlineData("EHLO", "garbage")]
    [InlineData("EHLO", "250-a\r\n550 b")]
    [InlineData("AUTH", "334 what?")]
    [InlineData("MAIL", "9")]
    [InlineData("RCPT", "2500 ok")]
    [InlineData("DATA", "")]
    [InlineData(".", "OK")]
    public async Task Nonsense_is_a_failure_for_now(string command, string answer)
    {
        await using var server = new ScriptedMailServer();
        server.Answers[command] = answer;
        await To(server, command).Within(2_000).FailedForNowAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("MAIL")]
    public async Task A_reply_without_end_is_left_before_it_fills_the_memory(string command)
    {
        await using var server = new ScriptedMailServer();
        var line = "250-" + new string('x', 96) + "\r\n";
        server.Answers[command] = string.Concat(Enumerable.Repeat(line, 20_000)) + "250 end";
        Assert.EndsWith(
            $": the server sent more than {SmtpTransport.MostFromServer} bytes",
            await new SmtpTry(server.Port).FailedForNowAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_long_refusal_is_cut_and_its_lines_are_joined()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["RCPT"] = "550-" + new string('x', 200) + "\r\n550 \u202e" + new string('y', 9_000);
        Assert.Equal(
            $"The mail server answered RCPT TO with 550: {new string('x', 200)} {new string('y', 99)}…",
            await new SmtpTry(server.Port).FailedForGoodAsync()
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_is_not_there_is_a_failure_for_now()
    {
        var server = new ScriptedMailServer();
        await server.DisposeAsync();
        Assert.StartsWith(
            $"The mail server 127.0.0.1:{server.Port} cannot be reached: ",
            await new SmtpTry(server.Port).FailedForNowAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory(Timeout = 60_000)]
    [InlineData("nowhere.invalid")]
    [InlineData("two words")]
    [InlineData("::1%nowhere")]
    public async Task A_host_that_is_not_found_is_a_failure_for_now(string host) =>
        await new SmtpTry(25).With(s => s.Host = host).FailedForNowAsync();

    private static bool IsTls(string command) => command is "STARTTLS" or "TLS";

    private static ScriptedMailServer Silent(string command) =>
        new() { Hangs = command, Offers = IsTls(command) ? ["STARTTLS"] : ["AUTH PLAIN"] };

    private static SmtpTry To(ScriptedMailServer server, string command) =>
        new SmtpTry(server.Port).LoggedIn("someone", "sesame").With(s => s.StartTls = IsTls(command));
}
