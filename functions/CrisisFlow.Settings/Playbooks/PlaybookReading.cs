using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>A playbook as it was read. A playbook is given only when nothing is wrong with it.</summary>
/// <param name="Problems">Everything that is wrong, with lines and columns.</param>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<SettingsProblem> Problems);

/// <summary>All playbooks there are: those of a folder, then the built-in one, which serves whatever no other does.</summary>
public sealed record PlaybookSet(IReadOnlyList<Playbook> Playbooks, IReadOnlyList<SettingsProblem> Problems)
{
    /// <param name="folder">Folder with *.yaml and *.yml; empty = the built-in playbook alone. A file that has problems is left out.</param>
    public static PlaybookSet Load(string folder)
    {
        var playbooks = new List<Playbook>();
        var problems = new List<SettingsProblem>();
        if (folder.Length > 0 && !Directory.Exists(folder))
            problems.Add(new SettingsProblem(folder, "cases.playbooks", $"The folder '{folder}' is not there."));
        foreach (var file in Files(folder))
        {
            var name = Path.GetFileName(file);
            var (text, unreadable) = YamlText.ReadFile(file, name);
            var reading = text is null ? new PlaybookReading(null, [unreadable!]) : PlaybookYaml.Read(name, text);
            problems.AddRange(reading.Problems);
            if (reading.Playbook is not { } playbook) continue;
            if (playbooks.Any(p => p.Id == playbook.Id) || playbook.Id == BuiltInPlaybook.Value.Id)
            {
                problems.Add(new SettingsProblem(name, "id", $"The id '{playbook.Id}' belongs to another playbook."));
            }
            else
            {
                playbooks.Add(playbook);
            }
        }

        return new PlaybookSet([.. playbooks, BuiltInPlaybook.Value], problems);
    }

    private static IEnumerable<string> Files(string folder) => folder.Length == 0 || !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
}
