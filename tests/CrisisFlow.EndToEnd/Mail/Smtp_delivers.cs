using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_delivers
{
    [Fact(Timeout = 60_000)]
    public async Task Smtp_delivers_a_mail_with_its_envelope_and_gives_the_servers_receipt()
    {
        await using var server = new MailServer(new MailServerOptions { Receipt = "2.0.0 queued as 4711" });
        Assert.Equal("2.0.0 queued as 4711", await new SmtpTry(server.Port).DeliveredAsync());
        var taken = Assert.Single(server.Taken);
        Assert.Equal(("crisisflow@brand.example", "ann@brand.example"), (taken.From, taken.To));
        Assert.False(taken.Encrypted);
    }

    [Theory(Timeout = 60_000)]
    [InlineData()]
    [InlineData("SMTPUTF8")]
    [InlineData("8BITMIME")]
    [InlineData("PIPELINING")]
    [InlineData("SMTPUTF8", "8BITMIME", "PIPELINING", "SIZE")]
    public async Task Smtp_delivers_the_same_bytes_and_ascii_addresses_whatever_the_server_offers(
        params string[] hidden
    )
    {
        await using var server = new MailServer(new MailServerOptions { Hides = hidden });
        var letter = new SmtpTry(server.Port).Mail;
        await new SmtpTry(server.Port) { Mail = letter with { To = new("ann@中国.example", "Ann") } }.DeliveredAsync();
        var taken = Assert.Single(server.Taken);
        Assert.Equal("ann@xn--fiqs8s.example", taken.To);
        Assert.DoesNotContain("SMTPUTF8", taken.Parameters.Keys);
        Assert.DoesNotContain("BODY", taken.Parameters.Keys);
        Assert.All(taken.Mail, b => Assert.InRange(b, (byte)'\t', (byte)'~'));
    }

    [Fact(Timeout = 60_000)]
    public async Task Smtp_delivers_a_mail_to_a_server_that_knows_only_HELO()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["EHLO"] = "502 what?";
        Assert.Equal("taken", await new SmtpTry(server.Port).DeliveredAsync());
        Assert.Contains("HELO crisisflow.localdomain", server.Commands);
    }

    [Fact(Timeout = 60_000)]
    public async Task Smtp_delivers_a_receipt_of_many_lines_as_one()
    {
        await using var server = new ScriptedMailServer();
        server.Answers["."] = "250-2.0.0 taken\r\n250-by\u202e 队列\r\n250 " + new string('x', 900);
        var receipt = await new SmtpTry(server.Port).DeliveredAsync();
        Assert.StartsWith("2.0.0 taken by 队列 xxx", receipt, StringComparison.Ordinal);
        Assert.Equal(301, receipt.Length);
    }
}
