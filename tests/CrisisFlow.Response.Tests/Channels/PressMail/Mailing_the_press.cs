using CrisisFlow.Cases;
using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.PressMail;

namespace CrisisFlow.Response.Tests.Channels.PressMail;

public sealed class Mailing_the_press
{
    private readonly ChannelDesk _desk = new();

    [Fact(Timeout = 120_000)]
    public async Task A_press_mail_goes_to_each_address_once_and_a_bad_address_costs_the_others_nothing()
    {
        _desk.Settings.Channels.Of<PressMailSettings>().PressList =
        [
            "one@press.example",
            "bad@press.example",
            "two@press.example",
        ];
        _desk.MailAnswer = mail =>
            IsBad(mail) ? new Delivery.FailedForGood("No such mailbox.") : new Delivery.Delivered(mail.To.Address);
        var press = _desk.Open(new PressMailChannel());

        var delivery = await press(SampleOrder.Of(PressMailChannel.Id), default);
        await press(SampleOrder.Of(PressMailChannel.Id), default);

        Assert.Equal(
            new Delivery.Delivered("one@press.example, two@press.example (1 of 3 refused: No such mailbox.)"),
            delivery
        );
        Assert.Equal(2, _desk.Mails.Count(mail => !IsBad(mail)));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_press_mail_is_in_the_language_of_its_text_and_names_the_brand()
    {
        _desk.Settings.Channels.Of<PressMailSettings>().PressList = ["one@press.example"];

        await _desk.Open(new PressMailChannel())(
            SampleOrder.Of(PressMailChannel.Id, title: "Statement", body: "We apologise.", language: Language.En),
            default
        );

        var mail = Assert.Single(_desk.Mails);
        Assert.Equal("Statement", mail.Subject);
        Assert.Contains("<html lang=\"en\">", mail.Html, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n-- \n晴天电商 press mail. You are on our press list; reply to this mail to unsubscribe.\n",
            mail.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_entry_of_the_press_list_that_is_no_address_is_refused() =>
        Assert.Equal(
            [("pressList[1]", "'nobody' is not a mail address.")],
            new PressMailSettings { PressList = ["one@press.example", "nobody"] }.Failures()
        );

    private static bool IsBad(MailMessage mail) => mail.To.Address.StartsWith("bad", StringComparison.Ordinal);
}
