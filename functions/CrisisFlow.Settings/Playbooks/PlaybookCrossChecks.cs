using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>What is right in each part of a playbook and wrong together.</summary>
internal static class PlaybookCrossChecks
{
    public static void Check(Playbook playbook, YamlField root)
    {
        Unique(playbook.Facts.Select(t => t.Id), root.Child("facts"));
        Unique(playbook.Execution.Tasks.Select(t => t.Id), root.Child("execution").Child("tasks"));
        Unique(playbook.Approval.Stages.Select(s => s.Id), root.Child("approval").Child("stages"));
        Unique(playbook.Execution.Channels, root.Child("execution").Child("channels"));
        Texts([.. playbook.Statements.Select(s => (s.Channel, s.Language))], playbook, root.Child("statements"));
        Texts(
            [.. playbook.Holding.Texts.Select(s => (s.Channel, s.Language))],
            playbook,
            root.Child("holding").Child("texts")
        );
        foreach (var (place, text) in root.Child("holding").Child("texts").List.Zip(playbook.Holding.Texts))
            if ((Placeholders.FirstLeft(text.Title) ?? Placeholders.FirstLeft(text.Body)) is { } left)
                place.Problem(
                    $"It has the placeholder {left}; a holding statement is published word for word as approved."
                );
    }

    private static void Unique(IEnumerable<string> ids, YamlField list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, id) in list.List.Zip(ids))
            if (id.Length > 0 && !seen.Add(id))
                place.Problem($"'{id}' appears twice here.");
    }

    private static void Texts(List<(string Channel, Language Language)> texts, Playbook playbook, YamlField list)
    {
        var seen = new HashSet<(string, Language)>();
        foreach (var (place, text) in list.List.Zip(texts))
        {
            if (text.Channel.Length == 0)
                continue;
            if (!seen.Add(text))
                place.Problem($"It is a second text for {text.Channel} in {text.Language.Code}; there is at most one.");
            if (!playbook.Execution.Channels.Contains(text.Channel))
                place.Child("channel").Problem($"execution.channels does not name '{text.Channel}'.");
        }
    }
}
