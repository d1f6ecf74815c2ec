using System.Text;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Outbox;

/// <summary>The markup of a mail, for the frame on its page.</summary>
internal static class MailFrame
{
    public static IResult Show(string name, Visitor visitor, OutboxFolder outbox)
    {
        if (OutboxMails.Find(outbox, name) is not { } mail)
            return Layout.NotFound(visitor.Viewer);
        // A link in the mail leaves the frame, as it leaves a mail program.
        var html = mail.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal);
        return new PageResult(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(html)) { Exposure = Exposure.Framed };
    }
}
