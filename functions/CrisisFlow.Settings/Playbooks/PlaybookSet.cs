using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>
/// All playbooks: those in the folder, then the built-in one for everything else.
/// </summary>
/// <param name="Roles">Roles each playbook assigns tasks to, once per playbook.</param>
public sealed record PlaybookSet(
    IReadOnlyList<Playbook> Playbooks,
    IReadOnlyList<SettingsProblem> Problems,
    IReadOnlyList<AskedRole> Roles
)
{
    /// <summary>The setting that names the folder.</summary>
    public const string FolderSetting = "cases.playbooks";

    /// <param name="folder">Folder with *.yaml and *.yml; empty = the built-in playbook alone. A file that has problems
    /// is left out.</param>
    /// <param name="channels">Names of the channels a playbook may use.</param>
    public static PlaybookSet Load(string folder, IReadOnlyCollection<string> channels)
    {
        var playbooks = new List<Playbook>();
        var (problems, roles) = (new List<SettingsProblem>(), new List<AskedRole>());
        if (folder.Length > 0 && !Directory.Exists(folder))
            problems.Add(new SettingsProblem("settings", FolderSetting, $"There is no folder '{folder}'."));
        foreach (var file in Files(folder))
        {
            var name = Path.GetFileName(file);
            var (text, unreadable) = YamlText.ReadFile(file, name);
            var reading = text is null
                ? new PlaybookReading(null, [unreadable!], [])
                : PlaybookYaml.Read(name, text, channels);
            problems.AddRange(reading.Problems);
            if (reading.Playbook is not { } playbook)
                continue;
            if (playbooks.Any(p => p.Id == playbook.Id) || playbook.Id == BuiltInPlaybook.Value.Id)
            {
                problems.Add(
                    new SettingsProblem($"{name} line 1", "id", $"The id '{playbook.Id}' belongs to another playbook.")
                );
                continue;
            }

            playbooks.Add(playbook);
            roles.AddRange(reading.Roles.DistinctBy(role => role.Name));
        }

        return new PlaybookSet(
            [.. playbooks, BuiltInPlaybook.Value],
            problems,
            [.. roles, .. BuiltInPlaybook.Roles.DistinctBy(role => role.Name)]
        );
    }

    private static IEnumerable<string> Files(string folder) =>
        folder.Length == 0 || !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder)
                .Where(f =>
                    f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                    || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
                )
                .Order(StringComparer.Ordinal);
}
