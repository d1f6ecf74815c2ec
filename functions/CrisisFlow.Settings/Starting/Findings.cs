namespace CrisisFlow.Settings.Starting;

/// <summary>What the rules find in settings that were read.</summary>
internal sealed class Findings(SettingsReading reading)
{
    private readonly List<SettingsProblem> _problems = [.. reading.Problems];

    public IReadOnlyList<SettingsProblem> Problems => _problems;

    /// <summary>
    /// Adds a problem with the place of its setting, unless it only follows from something that could not be read.
    /// </summary>
    /// <param name="setting">Dotted name: people[0].email.</param>
    public void Add(string setting, string message)
    {
        if (!Follows(setting))
            _problems.Add(new(reading.Root.PlaceOf(setting), setting, message));
    }

    /// <summary>The same for what does not keep the host from starting.</summary>
    public void Note(string setting, string message)
    {
        if (!Follows(setting))
            _problems.Add(new(reading.Root.PlaceOf(setting), setting, message, ProblemKind.Note));
    }

    /// <summary>Adds a problem found elsewhere that concerns a section.</summary>
    public void Add(SettingsProblem problem, string section)
    {
        if (!Follows(section))
            _problems.Add(problem);
    }

    /// <summary>Whether the setting itself, something around it or something in it could not be read.</summary>
    private bool Follows(string setting) =>
        reading.Unread.Any(unread => IsIn(setting, unread) || IsIn(unread, setting));

    private static bool IsIn(string inner, string outer) =>
        outer.Length == 0
        || (
            inner.StartsWith(outer, StringComparison.OrdinalIgnoreCase)
            && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[')
        );
}
