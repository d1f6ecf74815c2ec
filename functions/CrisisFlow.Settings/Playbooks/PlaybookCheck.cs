using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>What is right in each part and wrong together.</summary>
public static class PlaybookCheck
{
    /// <summary>Roles that the playbooks ask and nobody in the roster holds who is enabled. Such a task goes to the escalation chain and to administrators.</summary>
    public static IReadOnlyList<SettingsProblem> Roles(IReadOnlyList<Playbook> playbooks, IReadOnlyList<Person> roster)
    {
        var held = roster.Where(p => !p.Disabled).SelectMany(p => p.Roles).ToHashSet(StringComparer.Ordinal);
        return [.. playbooks.SelectMany(playbook => RolesOf(playbook).Distinct().Where(r => !held.Contains(r)).Select(role =>
            new SettingsProblem($"playbook {playbook.Id}", "", $"It asks the role '{role}', which nobody holds who is enabled.")))];
    }

    internal static void Check(Playbook playbook, YamlPlace root)
    {
        Unique(playbook.Facts.Select(t => t.Id), root["facts"]);
        Unique(playbook.Execution.Tasks.Select(t => t.Id), root["execution"]["tasks"]);
        Unique(playbook.Approval.Stages.Select(s => s.Id), root["approval"]["stages"]);
        Unique(playbook.Execution.Channels, root["execution"]["channels"]);
        Texts([.. playbook.Statements.Select(s => (s.Channel, s.Language))], playbook, root["statements"]);
        Texts([.. playbook.Holding.Texts.Select(s => (s.Channel, s.Language))], playbook, root["holding"]["texts"]);
        var holding = root["holding"]["texts"].Items;
        for (var i = 0; i < holding.Count && i < playbook.Holding.Texts.Count; i++)
        {
            var text = playbook.Holding.Texts[i];
            if ((Placeholders.FirstLeft(text.Title) ?? Placeholders.FirstLeft(text.Body)) is { } left)
                holding[i].Problem($"holds the placeholder {left}; a holding statement is published word for word as approved.");
        }
    }

    private static IEnumerable<string> RolesOf(Playbook playbook) =>
        playbook.Facts.Concat(playbook.Execution.Tasks).Append(playbook.Triage.Task).Append(playbook.Draft).Append(playbook.Review).Select(t => t.Role)
            .Concat(playbook.Approval.Stages.SelectMany(s => s.Roles))
            .Concat(playbook.Escalation.Steps.Select(s => s.Role));

    private static void Unique(IEnumerable<string> ids, YamlPlace list)
    {
        var items = list.Items;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var id in ids)
        {
            if (id.Length > 0 && !seen.Add(id) && i < items.Count) items[i].Problem($"has the id '{id}', which stands here twice.");
            i++;
        }
    }

    private static void Texts(List<(string Channel, Language Language)> texts, Playbook playbook, YamlPlace list)
    {
        var items = list.Items;
        var seen = new HashSet<(string, Language)>();
        for (var i = 0; i < texts.Count && i < items.Count; i++)
        {
            if (!seen.Add(texts[i])) items[i].Problem($"is a second text for {texts[i].Channel} in {(texts[i].Language == Language.Zh ? "zh" : "en")}; there is at most one.");
            if (texts[i].Channel.Length > 0 && !playbook.Execution.Channels.Contains(texts[i].Channel))
                items[i]["channel"].Problem($"is '{texts[i].Channel}', which execution.channels does not name.");
        }
    }
}
