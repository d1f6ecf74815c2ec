using CrisisFlow.Runtime.Links;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Local.Hosting;

/// <summary>The key that signs links: from settings, or one of this host's own that is kept in the data folder.</summary>
internal static class LinkKeyFile
{
    private const string Name = "link.key";

    /// <exception cref="SettingsException">The key cannot be used.</exception>
    public static LinkKeys Load(LinkSettings settings, string folder)
    {
        var current = settings.CurrentKey.Length > 0 ? settings.CurrentKey : OwnKey(Path.Combine(folder, Name));
        if (LinkKeys.TryParse(current, settings.PreviousKey, out var keys) is { } problem)
            throw new SettingsException([new("settings", "links", problem)]);
        return keys!;
    }

    private static string OwnKey(string file)
    {
        if (File.Exists(file)) return File.ReadAllText(file).Trim();
        var part = file + ".part";
        File.WriteAllText(part, LinkKeys.Generate());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(part, file, overwrite: true);
        return File.ReadAllText(file).Trim();
    }
}
