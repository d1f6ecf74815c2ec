namespace CrisisFlow.Azure.Tests;

/// <summary>The folder of CrisisFlow.sln.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No CrisisFlow.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "CrisisFlow.sln")) ? folder.FullName
        : Find(folder.Parent);
}
