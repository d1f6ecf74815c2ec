using CrisisFlow.Core.Playbooks;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Playbooks;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Local.Commands;

/// <summary>Settings and playbooks together, with everything that is wrong with either.</summary>
internal sealed record Checked(CrisisFlowSettings Settings, IReadOnlyList<Playbook> Playbooks, IReadOnlyList<SettingsProblem> Problems)
{
    public static Checked Load(string? file, string[] set)
    {
        var (settings, problems) = SettingsFile.Load(file, set);
        var playbooks = PlaybookSet.Load(settings.Cases.Playbooks);
        List<SettingsProblem> all = [.. problems, .. playbooks.Problems];
        if (problems.Count == 0)
        {
            all.AddRange(TopicSet.Check(settings.Topics).Select(p => p with { Place = file ?? p.Place }));
            all.AddRange(RolesNobodyHas(settings, playbooks.Playbooks, file ?? "settings"));
            if (!IsThisMachine(settings.Site.Listen) && settings.ApiKeys.Pages.Length == 0)
                all.Add(new(file ?? "settings", "site.listen", $"'{settings.Site.Listen}' can be reached from other machines; set apiKeys.pages."));
        }

        return new(settings, playbooks.Playbooks, all);
    }

    // A task whose role nobody has would fall to the directors at night: better said now.
    private static IEnumerable<SettingsProblem> RolesNobodyHas(CrisisFlowSettings settings, IReadOnlyList<Playbook> playbooks, string place) =>
        settings.People.Count == 0
            ? [new(place, "people", "Nobody is named; a case needs people.")]
            : playbooks.SelectMany(p => Roles(p).Distinct(StringComparer.Ordinal), (p, role) => (p, role))
                .Where(x => settings.People.All(person => person.Disabled || !person.Roles.Contains(x.role, StringComparer.Ordinal)))
                .Select(x => new SettingsProblem(place, "people", $"Nobody has the role '{x.role}', which playbook '{x.p.Id}' asks for."));

    private static IEnumerable<string> Roles(Playbook playbook) =>
        [playbook.Draft.Role, playbook.Review.Role, .. playbook.Facts.Select(f => f.Role), .. playbook.Approval.Stages.SelectMany(s => s.Roles), .. playbook.Escalation.Steps.Select(s => s.Role)];

    private static bool IsThisMachine(string listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var uri) && (uri.IsLoopback || uri.Host == "localhost");
}
