using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

/// <summary>The contract of every transport, kept by the outbox.</summary>
public sealed class Outbox_keeps_the_contract : MailTransportContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crisisflow-outbox-").FullName;

    protected override IReadOnlyList<ArrivedMail> Arrived =>
        [.. Directory.EnumerateFiles(_folder).Select(file => ArrivedMail.Read(File.ReadAllBytes(file)))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default) =>
        new OutboxTransport(_folder, TimeProvider.System).SendAsync(mail, cancellation);
}
