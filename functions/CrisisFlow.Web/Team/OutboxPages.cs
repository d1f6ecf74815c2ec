using System.Text;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Team;

/// <summary>Mails a host without a mail server wrote into a folder, newest first; each as its reader would see it.</summary>
internal sealed class OutboxPages(SiteParts parts)
{
    private const int Most = 200;
    private const long LongestFile = 4 * 1024 * 1024;

    public SiteResponse? List(Viewer viewer)
    {
        if (Folder() is not { } folder) return null;
        var files = folder.Exists ? folder.GetFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal).Take(Most).ToList() : [];
        var items = files.Select(file => (file.Name, Mail: Read(file))).Where(one => one.Mail is not null).Select(one => Html.Of($"""
            <li><a href="{SitePaths.Mail(one.Name)}"><strong>{Html.Outside(one.Mail!.Subject)}</strong></a><br><span class="soft">{viewer.T["outbox.to"]} {Html.Outside(Plain(one.Mail.To))} · {At(viewer, one.Mail.Date)}</span></li>
            """));
        return Layout.Page(viewer, viewer.T["nav.outbox"], Html.Of($"""
            <h1>{viewer.T["nav.outbox"]}</h1><p class="soft">{viewer.T["outbox.help", folder.FullName]}</p>
            <section class="card">{(files.Count == 0 ? TeamPages.Nothing(viewer, "outbox.none") : Html.Of($"""<ul class="plain">{items}</ul>"""))}</section>
            """), 200, SitePaths.Outbox);
    }

    public Task<SiteResponse?> ShowAsync(Viewer viewer, string name, CancellationToken cancellation) => Task.FromResult(Find(name) is not { } mail ? null : Layout.Page(viewer, mail.Subject, Html.Of($"""
        <p><a href="{SitePaths.Outbox}">{viewer.T["outbox.back"]}</a></p><h1>{Html.Outside(mail.Subject)}</h1>
        <dl class="facts"><dt>{viewer.T["outbox.from"]}</dt><dd>{Html.Outside(Plain(mail.From))}</dd><dt>{viewer.T["outbox.to"]}</dt><dd>{Html.Outside(Plain(mail.To))}</dd><dt>{viewer.T["outbox.date"]}</dt><dd>{At(viewer, mail.Date)}</dd></dl>
        <iframe class="mail" title="{viewer.T["outbox.frame"]}" src="{SitePaths.Mail(name)}/html"></iframe>
        <details><summary>{viewer.T["outbox.text"]}</summary><div class="lines">{LinkedText(mail.Text)}</div></details>
        """), 200, SitePaths.Outbox).With(SecurityHeaders.Frame, SecurityHeaders.Framing));

    public Task<SiteResponse?> HtmlAsync(string name, CancellationToken cancellation) => Task.FromResult(Find(name) is not { } mail ? null
        // A link in the mail leaves the frame, as it leaves a mail program.
        : new SiteResponse(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(mail.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal)))
            .With(SecurityHeaders.Frame, SecurityHeaders.Framed));

    /// <summary>The text part with the site's own links made clickable.</summary>
    private Html LinkedText(string text) => Html.Join(text.Split('\n').Select(line =>
    {
        var address = line.Trim();
        return address.StartsWith(parts.Settings.Site.BaseUrl.AbsoluteUri, StringComparison.Ordinal) && !address.Contains(' ', StringComparison.Ordinal)
            ? Html.Of($"<a href=\"{address}\">{address}</a>\n") : Html.Of($"{line}\n");
    }));

    /// <summary>A header's date as every other time is shown.</summary>
    private static Html At(Viewer viewer, string date) =>
        DateTimeOffset.TryParse(date, System.Globalization.CultureInfo.InvariantCulture, out var at) ? viewer.Stamp(at) : Html.Text(date);

    /// <summary>Name and address without the marks a header needs.</summary>
    private static string Plain(string address) => address.Replace("\"", "", StringComparison.Ordinal);

    private DirectoryInfo? Folder() => parts.OutboxFolder is { } folder ? new DirectoryInfo(folder) : null;

    private ReadMail? Find(string name)
    {
        // The name is a file's own name and nothing that leads elsewhere.
        if (Folder() is not { } folder || name.Length > 128 || !name.EndsWith(".eml", StringComparison.Ordinal) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return null;
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        return file.Exists ? Read(file) : null;
    }

    private static ReadMail? Read(FileInfo file)
    {
        try
        {
            return file.Length > LongestFile ? null : EmlReader.Read(File.ReadAllBytes(file.FullName));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
