using CrisisFlow.Presentation.Markup;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Outbox;

/// <summary>The mails in the outbox, newest first.</summary>
internal static class OutboxPage
{
    public static IResult Show(Visitor visitor, OutboxFolder outbox)
    {
        var (viewer, t) = (visitor.Viewer, visitor.Viewer.T);
        if (outbox.Path is not { } folder)
            return Layout.NotFound(viewer);
        var mails = OutboxMails.Newest(folder);
        var items = mails.Select(one =>
            Html.Of(
                $"""
                <li><a href="{viewer.Paths.Mail(one.Name)}"><strong>{Html.Outside(one.Mail.Subject)}</strong></a><br>
                <span class="soft">{t["outbox.to"]} {OutboxMails.Address(one.Mail.To)} ·
                {OutboxMails.At(viewer, one.Mail.Date)}</span></li>
                """
            )
        );
        var list =
            mails.Count == 0 ? Layout.Nothing(viewer, "outbox.none") : Html.Of($"""<ul class="plain">{items}</ul>""");
        return Layout.Page(
            viewer,
            t["nav.outbox"],
            Html.Of(
                $"""
                <h1>{t["nav.outbox"]}</h1><p class="soft">{t["outbox.help", Path.GetFullPath(folder)]}</p>
                <section class="card">{list}</section>
                """
            ),
            current: viewer.Paths.Outbox
        );
    }
}
