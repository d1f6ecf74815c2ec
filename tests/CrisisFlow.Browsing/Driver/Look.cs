namespace CrisisFlow.Browsing.Driver;

/// <summary>What is looked at on every page; the script runs in the browser's own tools, not in the page.</summary>
internal static class Look
{
    public static readonly string Script = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Look).Assembly.GetManifestResourceStream("look.js")!);
        return reader.ReadToEnd();
    }
}
