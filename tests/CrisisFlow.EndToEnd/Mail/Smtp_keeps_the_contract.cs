using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

/// <summary>The contract of every transport, kept by SMTP against a real server.</summary>
public sealed class Smtp_keeps_the_contract : MailTransportContract, IAsyncLifetime
{
    private readonly MailServer _server = new();

    protected override IReadOnlyList<ArrivedMail> Arrived =>
        [.. _server.Taken.Select(taken => ArrivedMail.Read(taken.Mail))];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default) =>
        new SmtpTry(_server.Port) { Mail = mail }.SendAsync(cancellation);
}
