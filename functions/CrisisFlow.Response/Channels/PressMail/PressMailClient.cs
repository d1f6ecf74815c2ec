using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels.PressMail;

/// <summary>Mails a publication to every address on the press list, each separately.</summary>
internal sealed class PressMailClient(IMailTransport mail, ReceiptStore book, CrisisFlowSettings settings)
{
    public Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation) =>
        Deliveries.ToAllAsync(
            order,
            book,
            settings.Channels.Of<PressMailSettings>().PressList,
            address => address,
            "Channel press-mail has no target: channels.pressList is empty.",
            (address, stop) => mail.SendAsync(Write(order, address), stop),
            cancellation
        );

    internal MailMessage Write(PublicationOrder order, string address)
    {
        var t = Texts.For(order.Language);
        var foot = t["press.foot", settings.Brand.Name];
        var html = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{t.Lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{order.Title}</title></head>
            <body style="margin:0;padding:24px;background:#ffffff;color:#16202b;font:16px/1.6 sans-serif">
            <div style="max-width:600px;margin:0 auto"><p style="color:#55616e;margin:0">{settings.Brand.Name}</p>
            <h1 style="font-size:22px;line-height:1.35">{order.Title}</h1>
            <div style="white-space:pre-line">{order.Body}</div>
            <p style="color:#55616e;font-size:13px;margin-top:32px">{foot}</p></div></body></html>
            """
        );
        return new MailMessage(
            $"press.{order.Case}.{order.Id}.{MailHeaders.Hash(address)}",
            new MailAddress(settings.Mail.From, settings.Mail.FromName),
            new MailAddress(address, ""),
            order.Title,
            html.ToString(),
            $"{order.Title}\n\n{order.Body}\n\n-- \n{foot}\n"
        );
    }
}
