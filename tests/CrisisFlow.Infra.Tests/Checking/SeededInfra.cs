namespace CrisisFlow.Infra.Tests.Checking;

/// <summary>A copy of infra/ in a temporary folder, to be spoilt.</summary>
internal sealed class SeededInfra : IDisposable
{
    public SeededInfra()
    {
        foreach (var file in Directory.EnumerateFiles(BicepCheck.Infra, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(BicepCheck.Infra, file);
            if (relative.StartsWith("checks", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(Folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("crisisflow-infra-").FullName;

    /// <summary>Replaces the first occurrence; the text must be there.</summary>
    public void Replace(string file, string what, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(what, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold '{what}'.");
        File.WriteAllText(path, text[..at] + with + text[(at + what.Length)..]);
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
