using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Playbooks;

/// <summary>Which cases a playbook serves. An empty list means every one.</summary>
public sealed record PlaybookMatch
{
    public IReadOnlyList<RiskCategory> Categories { get; init; } = [];

    public IReadOnlyList<TopicType> TopicTypes { get; init; } = [];

    /// <summary>The least level it serves.</summary>
    public Level MinLevel { get; init; } = Level.Blue;

    public bool Serves(CaseSubject subject) =>
        subject.Level >= MinLevel
        && (Categories.Count == 0 || (subject.Category is { } category && Categories.Contains(category)))
        && (TopicTypes.Count == 0 || TopicTypes.Contains(subject.TopicType));

    /// <summary>
    /// How narrowly it matches: a playbook for a category beats one for a topic type, that one beats one for a level.
    /// </summary>
    internal int Narrowness => (Categories.Count > 0 ? 100 : 0) + (TopicTypes.Count > 0 ? 10 : 0) + (int)MinLevel;
}

/// <summary>Chooses a playbook for a case.</summary>
public static class PlaybookChoice
{
    /// <summary>The one that matches most narrowly; of equals the first; null when none serves.</summary>
    public static Playbook? For(CaseSubject subject, IReadOnlyList<Playbook> playbooks) =>
        playbooks.Where(p => p.Match.Serves(subject)).OrderByDescending(p => p.Match.Narrowness).FirstOrDefault();
}
