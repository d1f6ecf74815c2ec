namespace CrisisFlow.Web;

/// <summary>Files that ship inside the program.</summary>
internal static class Assets
{
    public static readonly byte[] Style = Read("style.css");

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
