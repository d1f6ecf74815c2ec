namespace CrisisFlow.Web.Tests.Desk;

/// <summary>Writes pages and mails to the folder that CRISISFLOW_RENDER names, for people who want to look at them; nothing otherwise.</summary>
internal static class Render
{
    public static void Keep(SiteDesk desk)
    {
        for (var i = 0; i < desk.Mailbox.Count; i++)
            Keep($"mail-{i:00}.html", desk.Mailbox[i].Html, null);
        for (var i = 0; i < desk.Mailbox.Count; i++)
            Keep($"mail-{i:00}.txt", desk.Mailbox[i].Subject + "\n\n" + desk.Mailbox[i].Text, null);
    }

    public static async Task KeepAsync(SiteDesk desk, string name, string path, bool trusted)
    {
        if (Folder is null) return;
        Keep(name + ".html", SiteDesk.Text(await desk.GetAsync(path, trusted)), SiteDesk.Text(await desk.GetAsync("/style.css")));
    }

    private static string? Folder => Environment.GetEnvironmentVariable("CRISISFLOW_RENDER");

    private static void Keep(string name, string html, string? style)
    {
        if (Folder is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), style is null ? html : html.Replace("<link rel=\"stylesheet\" href=\"/style.css\">", "<style>" + style + "</style>"));
    }
}
