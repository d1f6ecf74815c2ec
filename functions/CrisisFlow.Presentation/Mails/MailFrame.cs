using System.Text;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Mails;

/// <summary>
/// Puts blocks into a mail's two parts. Styles stand on the elements, since mail programs know no other place that all
/// of them read.
/// </summary>
public static class MailFrame
{
    /// <summary>
    /// For mail programs that read style sheets: links wide enough for a thumb, and dark colours where the program is
    /// dark. Others keep what stands on the elements.
    /// </summary>
    public static readonly Html Sheet = Html.Own(
        """
        .sheet ul a { display: inline-block; padding: 10px 0; }
        @media (prefers-color-scheme: dark) {
        .page { background: #10151b !important; color: #e8edf2 !important; }
        .sheet { background: #19212a !important; border-right-color: #323d49 !important; }
        .sheet { border-bottom-color: #323d49 !important; border-left-color: #323d49 !important; }
        .soft { color: #a4b0bc !important; } .ask { background: #182c45 !important; }
        .line { border-color: #323d49 !important; }
        a { color: #7bb7f5 !important; } a.button { background: #7bb7f5 !important; color: #0d1722 !important; }
        }
        """
    );

    private static readonly Html Page = Html.Own(
        "margin:0;padding:16px 0;background:#f5f6f8;color:#16202b;font:16px/1.6 -apple-system,'Segoe UI',Roboto,"
            + "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
    );

    private static readonly Html Sheeted = Html.Own(
        "max-width:600px;background:#ffffff;border:1px solid #d9dee4;border-collapse:separate;border-radius:8px;"
            + "border-top:6px solid "
    );

    public static string ToHtml(Texts t, string brand, Level level, string title, IReadOnlyList<MailBlock> blocks)
    {
        var colour = Colour(level);
        return Html.Of(
                $"""
                <!DOCTYPE html>
                <html lang="{t.Lang}"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>{title}</title>
                <style>{Sheet}</style></head>
                <body class="page" style="{Page}">
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0"
                  style="border-collapse:collapse"><tr><td align="center" style="padding:0 8px">
                <table class="sheet" role="presentation" width="100%" cellpadding="0" cellspacing="0"
                  style="{Sheeted}{colour}"><tr>
                <td style="padding:16px;text-align:left;overflow-wrap:anywhere;word-break:break-word">
                <div class="soft" style="font-size:13px;color:#55616e">{brand} · CrisisFlow{(
                    level == Level.None ? "" : " · " + t.Of(level)
                )}</div>
                <h1 style="font-size:21px;line-height:1.35;margin:6px 0 14px">{title}</h1>
                {blocks.Select(Markup)}
                </td></tr></table></td></tr></table></body></html>
                """
            )
            .ToString();
    }

    public static string ToText(Texts t, string brand, Level level, string title, IReadOnlyList<MailBlock> blocks)
    {
        var text = new StringBuilder();
        text.Append(brand)
            .Append(" · CrisisFlow")
            .Append(level == Level.None ? "" : " · " + t.Of(level))
            .Append("\n\n")
            .Append(title)
            .Append("\n\n");
        foreach (var block in blocks)
            text.Append(Plain(t, block)).Append("\n\n");
        return text.ToString().TrimEnd() + "\n";
    }

    private static Html Markup(MailBlock block) =>
        block switch
        {
            MailBlock.Say say => Html.Of($"""<p style="margin:0 0 12px;white-space:pre-line">{say.Text}</p>"""),
            MailBlock.Heading heading => Html.Of(
                $"""<h2 style="font-size:16px;margin:20px 0 6px">{heading.Text}</h2>"""
            ),
            MailBlock.Quote quote => Html.Of(
                $"""<blockquote class="line" dir="auto" lang="{quote.Lang}" """
                    + $"""style="margin:0 0 12px;padding:2px 0 2px 12px;"""
                    + $"""border-left:4px solid #d9dee4;white-space:pre-line">{Html.Outside(quote.Text)}</blockquote>"""
            ),
            MailBlock.Rows rows => Html.Of(
                $"""<table cellpadding="0" cellspacing="0" """
                    + $"""style="border-collapse:collapse;width:100%;margin:0 0 12px;font-size:14px">"""
                    + $"""{rows.Lines.Select(row => Row(row.Label, row.Value))}</table>"""
            ),
            MailBlock.Items items => Html.Of(
                $"""<ul style="margin:0 0 12px;padding-left:20px">{items.Lines.Select(Item)}</ul>"""
            ),
            MailBlock.Ask ask => Html.Of(
                $"""<div class="ask" """
                    + $"""style="margin:16px 0 8px;padding:12px 16px;background:#eef3f9;border-radius:6px">"""
                    + $"""<p style="margin:0 0 6px;font-weight:bold">{ask.What}</p>"""
                    + $"""<p style="margin:0 0 6px">{ask.When}</p>"""
                    + $"""<p class="soft" style="margin:0;font-size:14px;color:#55616e">{ask.Otherwise}</p></div>"""
            ),
            MailBlock.Button button => Html.Of(
                $"""<p style="margin:8px 0 20px"><a class="button" href="{button.Address}" style="display:block;"""
                    + $"""padding:12px 16px;background:#0b5cad;color:#ffffff;text-align:center;text-decoration:none;"""
                    + $"""border-radius:6px;font-weight:bold">{button.Label}</a></p>"""
            ),
            MailBlock.See see => Html.Of(
                $"""<p style="margin:16px 0 0"><a href="{see.Target}" """
                    + $"""style="display:inline-block;padding:10px 0;color:#0b5cad">{see.Label}</a></p>"""
            ),
            MailBlock.Small small => Html.Of(
                $"""<p class="soft" style="margin:16px 0 0;font-size:13px;color:#55616e">{small.Text}</p>"""
            ),
            _ => default,
        };

    private static Html Row(string label, string value) =>
        Html.Of(
            $"""<tr><td class="line" style="padding:4px 12px 4px 0;border-bottom:1px solid #e7eaee">{label}</td>"""
                + $"""<td class="line" align="right" style="padding:4px 0;border-bottom:1px solid #e7eaee;"""
                + $"""white-space:nowrap">{value}</td></tr>"""
        );

    private static Html Item((string Text, string? Address, string Where) item) =>
        Html.Of(
            $"""<li style="margin-bottom:6px">{Html.OutsideLink(item.Address, item.Text)}<br>"""
                + $"""<span class="soft" style="font-size:13px;color:#55616e">{Html.Outside(item.Where)}</span></li>"""
        );

    private static string Plain(Texts t, MailBlock block) =>
        block switch
        {
            MailBlock.Say say => say.Text,
            MailBlock.Heading heading => $"== {heading.Text} ==",
            MailBlock.Quote quote => string.Join('\n', Clean(quote.Text).Split('\n').Select(line => "> " + line)),
            MailBlock.Rows rows => string.Join('\n', rows.Lines.Select(row => t["mail.row", row.Label, row.Value])),
            MailBlock.Items items => string.Join(
                '\n',
                items.Lines.Select(item =>
                    $"- {OneLine(item.Text)}\n  {OneLine(item.Where)}"
                    + (OutsideAddress.Check(item.Address) is { } address ? "\n  " + address : "")
                )
            ),
            MailBlock.Ask ask => $"*** {ask.What}\n{ask.When}\n{ask.Otherwise}",
            MailBlock.Button button => t["mail.link", button.Label] + "\n" + button.Address,
            MailBlock.See see => t["mail.link", see.Label] + "\n" + see.Target,
            MailBlock.Small small => "-- \n" + small.Text,
            _ => "",
        };

    /// <summary>
    /// Plain text has no markup to break out of, but it has line ends and marks that turn its direction.
    /// </summary>
    private static string Clean(string text) =>
        string.Concat(
            text.ReplaceLineEndings("\n")
                .EnumerateRunes()
                .Where(rune =>
                    rune.Value == '\n'
                    || !(Rune.IsControl(rune) || rune.Value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069))
                )
                .Select(rune => rune.ToString())
        );

    private static string OneLine(string text) => Clean(text).Replace('\n', ' ');

    private static string Colour(Level level) =>
        level switch
        {
            Level.Red => "#b3141f",
            Level.Orange => "#e07000",
            Level.Yellow => "#d9a400",
            Level.Blue => "#1f6fd0",
            _ => "#8a95a1",
        };
}
