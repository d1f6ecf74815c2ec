namespace CrisisFlow.Local.Storage;

/// <summary>
/// The folder that holds database, key and outbox. One host has it at a time: two would send every mail twice.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "host.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>
    /// Creates the folder when it is not there, for its owner alone: it holds a key and mails whose links decide.
    /// </summary>
    /// <exception cref="IOException">
    /// Another host has it; the operating system lets go of it when that one ends, however it ends.
    /// </exception>
    public static DataFolder Take(string folder)
    {
        Create(folder);
        try
        {
            return new(
                new FileStream(
                    Path.Combine(folder, LockName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException error) when (File.Exists(Path.Combine(folder, LockName)))
        {
            throw new IOException(
                $"The data folder {Path.GetFullPath(folder)} is in use by another CrisisFlow host; stop that one, "
                    + "or name another folder with --data.",
                error
            );
        }
    }

    /// <summary>A folder that was there keeps the rights it has.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }

    public void Dispose() => _lock.Dispose();
}
