namespace CrisisFlow.Settings;

/// <summary>Settings as they were read.</summary>
public sealed class SettingsReading
{
    internal SettingsReading(
        CrisisFlowSettings? settings,
        WrittenNode root,
        IReadOnlyList<string> unread,
        IReadOnlyList<SettingsProblem> problems
    ) => (Settings, Root, Unread, Problems) = (settings, root, unread, problems);

    /// <summary>As far as they could be read; null when the file is not YAML.</summary>
    public CrisisFlowSettings? Settings { get; }

    public IReadOnlyList<SettingsProblem> Problems { get; }

    internal WrittenNode Root { get; }

    /// <summary>Names that were written and could not be read, or were probably meant.</summary>
    internal IReadOnlyList<string> Unread { get; }
}
