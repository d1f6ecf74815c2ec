namespace CrisisFlow.Web.Tests.Desk;

/// <summary>
/// Writes pages and mails to the folder that CRISISFLOW_RENDER names, for people who want to look at them; nothing
/// otherwise.
/// </summary>
internal static class Render
{
    private static string? Folder => Environment.GetEnvironmentVariable("CRISISFLOW_RENDER");

    public static void Keep(SiteDesk desk)
    {
        foreach (var (i, mail) in desk.Mailbox.Index())
        {
            Keep($"mail-{i:00}.html", mail.Html, null);
            Keep($"mail-{i:00}.txt", mail.Subject + "\n\n" + mail.Text, null);
        }
    }

    public static async Task KeepAsync(SiteDesk desk, string name, string page)
    {
        if (Folder is null)
            return;
        Keep(name + ".html", page, (await desk.GetAsync("/style.css")).Text);
    }

    private static void Keep(string name, string html, string? style)
    {
        if (Folder is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        var whole = style is null
            ? html
            : html.Replace("<link rel=\"stylesheet\" href=\"/style.css\">", "<style>" + style + "</style>");
        File.WriteAllText(Path.Combine(folder, name), whole);
    }
}
