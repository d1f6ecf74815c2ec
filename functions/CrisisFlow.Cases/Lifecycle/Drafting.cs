using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Drafting
{
    /// <param name="author">
    /// The only assignee, the author of a rejected version; null = everyone with the role.
    /// </param>
    public static void Enter(Turn turn, PersonId? author = null)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Draft));
        var plan = turn.File.Playbook.Draft;
        if (author is { } id && turn.File.PersonOf(id) is { Disabled: false })
        {
            Asking.Ask(turn, TaskKind.Draft, plan, [id]);
        }
        else
        {
            Asking.Ask(turn, TaskKind.Draft, plan);
        }
    }

    public static CaseDecision Decide(CaseCommand.DraftStatement command, CaseState.Open open)
    {
        var file = open.File;
        var hash = StatementHash.Of(command.Texts);
        if (open.Phase is not (PhaseState.Draft or PhaseState.Approval))
        {
            return file.Versions.Any(v => v.Hash == hash && v.Author == command.By)
                ? CaseDecision.Nothing
                : Permission.OtherPhase(open, "draft a statement");
        }

        if (
            open.Phase is PhaseState.Approval
            && file.Versions is [.., var last]
            && last.Hash == hash
            && last.Author == command.By
        )
            return CaseDecision.Nothing;
        var task = file.Tasks.LastOrDefault(t => t.Kind == TaskKind.Draft);
        if ((Permission.Asked(file, command.By, task) ?? Check(command.Texts, file.Playbook)) is { } refused)
            return refused;

        var turn = new Turn(open, command.At);
        Approving.Withdraw(turn, RoundOutcome.Replaced);
        var number = file.Versions.Count + 1;
        turn.Add(new CaseEvent.StatementDrafted(turn.At, command.By, number, hash, command.Texts));
        if (task is { IsOpen: true })
            turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By));
        Approving.Enter(turn, number, hash);
        return turn.Decision();
    }

    private static CaseDecision? Check(IReadOnlyList<StatementText> texts, Playbook playbook)
    {
        if (texts.Count == 0)
            return CaseDecision.Refuse(
                CaseRefusal.TextMissing,
                "The statement has no text for any channel; it has at least one."
            );
        var seen = new HashSet<(string, Language)>();
        foreach (var text in texts)
        {
            var place = $"{text.Channel} in {text.Language}";
            if (!playbook.Execution.Channels.Contains(text.Channel, StringComparer.Ordinal))
                return CaseDecision.Refuse(
                    CaseRefusal.WrongChannel,
                    $"Playbook '{playbook.Id}' does not publish on channel '{text.Channel}'; it publishes on "
                        + $"{string.Join(", ", playbook.Execution.Channels)}."
                );
            if (!seen.Add((text.Channel, text.Language)))
                return CaseDecision.Refuse(
                    CaseRefusal.WrongChannel,
                    $"The statement has two texts for {place}; it has at most one."
                );
            var refused =
                Permission.Text($"title for {place}", text.Title, CaseLimits.StatementTitle)
                ?? Permission.Text($"text for {place}", text.Body, CaseLimits.StatementBody);
            if (refused is not null)
                return refused;
            if ((Placeholders.FirstLeft(text.Title) ?? Placeholders.FirstLeft(text.Body)) is { } left)
                return CaseDecision.Refuse(
                    CaseRefusal.PlaceholderLeft,
                    $"The text for {place} still has the placeholder {left}."
                );
        }

        return null;
    }
}
