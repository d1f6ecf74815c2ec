using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>Who may do what. Null means allowed.</summary>
internal static class Permission
{
    public static CaseDecision? Known(CaseFile file, PersonId by) =>
        file.PersonOf(by) switch
        {
            null => CaseDecision.Refuse(
                CaseRefusal.UnknownPerson,
                $"Person '{by}' is not in the roster of case '{file.Id}'."
            ),
            { Disabled: true } => CaseDecision.Refuse(
                CaseRefusal.PersonDisabled,
                $"Person '{by}' is disabled in case '{file.Id}'."
            ),
            _ => null,
        };

    /// <summary>An assignee or a director.</summary>
    public static CaseDecision? Asked(CaseFile file, PersonId by, CaseTask? task) =>
        Known(file, by)
        ?? (
            task?.People.Contains(by) == true || IsDirector(file, by)
                ? null
                : CaseDecision.Refuse(
                    CaseRefusal.NotAsked,
                    $"Person '{by}' was not assigned task '{task?.Id}' of case '{file.Id}' and is no director."
                )
        );

    /// <param name="what">What is not allowed, as in "stop a case".</param>
    public static CaseDecision? Director(CaseFile file, PersonId by, string what) =>
        Known(file, by)
        ?? (
            IsDirector(file, by)
                ? null
                : CaseDecision.Refuse(
                    CaseRefusal.NotAsked,
                    $"Person '{by}' may not {what}: that takes one of the roles "
                        + $"{string.Join(", ", file.Playbook.Directors)}."
                )
        );

    public static bool IsDirector(CaseFile file, PersonId by) =>
        file.PersonOf(by) is { Disabled: false } person && file.Playbook.Directors.Any(person.Has);

    /// <summary>Text between 1 and <paramref name="limit"/> characters, blanks around it not counted.</summary>
    public static CaseDecision? Text(
        string what,
        string text,
        int limit,
        CaseRefusal missing = CaseRefusal.TextMissing
    ) =>
        string.IsNullOrWhiteSpace(text)
            ? CaseDecision.Refuse(missing, $"The {what} is empty; it has 1 to {limit} characters.")
            : Length(what, text, limit);

    public static CaseDecision? Length(string what, string text, int limit) =>
        text.Length <= limit
            ? null
            : CaseDecision.Refuse(
                CaseRefusal.TextTooLong,
                $"The {what} has {text.Length} characters; the limit is {limit}."
            );

    public static CaseDecision OtherPhase(CaseState.Open open, string what) =>
        CaseDecision.Refuse(
            CaseRefusal.OtherPhase,
            $"Case '{open.File.Id}' is in phase {open.Phase.Name}; there one cannot {what}."
        );
}
