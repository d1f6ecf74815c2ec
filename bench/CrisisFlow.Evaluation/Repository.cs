namespace CrisisFlow.Evaluation;

/// <summary>Where things lie, found by walking up to the solution file.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The given data, beside the repository.</summary>
    public static string Data => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    public static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrisisFlow.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException(
            $"CrisisFlow.sln is in none of the folders above {AppContext.BaseDirectory}."
        );
    }
}
