using CrisisFlow.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.App.Telemetry;

/// <summary>Counts what goes through the host's transport, and logs what did not get through.</summary>
internal sealed class CountedMail(
    [FromKeyedServices(MailTransports.Outside)] IMailTransport mail,
    ILogger<CountedMail> log
) : IMailTransport
{
    public async Task<Delivery> SendAsync(MailMessage letter, CancellationToken cancellation = default)
    {
        var delivery = await mail.SendAsync(letter, cancellation);
        ProductTelemetry.Sent(letter.Id, delivery);
        if (delivery is not Delivery.Delivered)
            Log.MailNotDelivered(log, ProductTelemetry.KindOf(letter.Id), delivery.GetType().Name);
        return delivery;
    }
}
