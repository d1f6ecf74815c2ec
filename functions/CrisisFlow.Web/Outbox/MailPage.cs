using CrisisFlow.Presentation.Markup;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Outbox;

/// <summary>One mail of the outbox as its reader would see it.</summary>
internal static class MailPage
{
    public static IResult Show(string name, Visitor visitor, OutboxFolder outbox, CrisisFlowSettings settings)
    {
        var (viewer, t) = (visitor.Viewer, visitor.Viewer.T);
        if (OutboxMails.Find(outbox, name) is not { } mail)
            return Layout.NotFound(viewer);
        return Layout.Page(
            viewer,
            mail.Subject,
            Html.Of(
                $"""
                <p><a href="{viewer.Paths.Outbox}">{t["outbox.back"]}</a></p><h1>{Html.Outside(mail.Subject)}</h1>
                <dl class="facts"><dt>{t["outbox.from"]}</dt><dd>{OutboxMails.Address(mail.From)}</dd>
                <dt>{t["outbox.to"]}</dt><dd>{OutboxMails.Address(mail.To)}</dd>
                <dt>{t["outbox.date"]}</dt><dd>{OutboxMails.At(viewer, mail.Date)}</dd></dl>
                <iframe class="mail" title="{t["outbox.frame"]}" src="{viewer.Paths.Mail(name)}/html"></iframe>
                <details><summary>{t["outbox.text"]}</summary>
                <div class="lines">{Linked(mail.Text, settings.Site.BaseUrl)}</div></details>
                """
            ),
            current: viewer.Paths.Outbox,
            exposure: Exposure.Framing
        );
    }

    /// <summary>The text part with the site's own links made clickable.</summary>
    private static Html Linked(string text, Uri site) =>
        Html.Join(
            text.Split('\n')
                .Select(line =>
                {
                    var address = line.Trim();
                    return
                        address.StartsWith(site.AbsoluteUri, StringComparison.Ordinal)
                        && !address.Contains(' ', StringComparison.Ordinal)
                        ? Html.Of($"<a href=\"{address}\">{address}</a>\n")
                        : Html.Of($"{line}\n");
                })
        );
}
