namespace CrisisFlow.Testing;

/// <summary>Where the repository and the data beside it lie.</summary>
public static class RepositoryRoot
{
    /// <summary>Folder that holds CrisisFlow.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>A file or folder of the real data beside the checkout, or null when it is not there.</summary>
    public static string? Data(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "shared", "data", relative));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CrisisFlow.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No CrisisFlow.sln above {AppContext.BaseDirectory}.");
    }
}
