using System.Text;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Hosting;

/// <summary>
/// The key that signs links: from settings, or one of this host's own that is kept in the data folder.
/// </summary>
internal static class LinkKeyFile
{
    private const string Name = "link.key";

    /// <exception cref="SettingsException">The key cannot be used.</exception>
    public static LinkKeys Load(LinkSettings settings, string folder)
    {
        var own = settings.CurrentKey.Length == 0;
        var file = Path.Combine(folder, Name);
        if (
            LinkKeys.TryParse(own ? OwnKey(file) : settings.CurrentKey, settings.PreviousKey, out var keys)
            is not { } problem
        )
            return keys!;
        throw new SettingsException([
            own && LinkKeys.TryParse(File.ReadAllText(file).Trim(), null, out _) is not null
                ? new(
                    file,
                    "",
                    "The key in this file is damaged. Put it back from a backup; or delete the file, and a new key "
                        + "is made that does not fit links which are out."
                )
                : new("settings", "links", problem),
        ]);
    }

    private static string OwnKey(string file)
    {
        if (File.Exists(file))
            return File.ReadAllText(file).Trim();
        var part = file + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(LinkKeys.Generate()));
            // On the disk before it has its name: a power cut leaves a whole key or none.
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
        return File.ReadAllText(file).Trim();
    }
}
