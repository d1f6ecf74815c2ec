using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response.Engine;
using CrisisFlow.Scoring;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.App.Drills;

/// <summary>
/// Opens drill cases the way a warning opens real ones. A drill's mails and publications stay inside; see
/// <see cref="CasePorts"/>.
/// </summary>
public sealed class Drills(IEntityStore store, IReadOnlyList<Playbook> playbooks, CrisisFlowSettings settings)
{
    /// <summary>Default story of a drill.</summary>
    public const string Story =
        "Drill: customers report that a best-selling product was recalled elsewhere and is still on sale here";

    /// <summary>Longest story, in UTF-16 units; the rest is left out, as with a mention's title.</summary>
    public const int LongestStory = 120;

    /// <summary>
    /// Stores the opening; the case runner picks it up at its next sweep. Every call is a separate drill.
    /// </summary>
    /// <param name="topic">A topic of settings; null = the first own one, or the first there is.</param>
    /// <param name="level">Blue to red.</param>
    /// <param name="story">
    /// Null or blank = <see cref="Story"/>. The text decides the risk category, and so the playbook.
    /// </param>
    public async Task<DrillOpening> OpenAsync(
        string? topic,
        Level level,
        string? story,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var topics = new TopicSet(settings.Topics).All;
        var chosen = topic is null
            ? topics.FirstOrDefault(t => t.Settings.Type == TopicType.Own) ?? topics.FirstOrDefault()
            : topics.FirstOrDefault(t => t.Id.Value == topic);
        if (chosen is null)
            return new DrillOpening.Refused(
                topic is null
                    ? "Settings name no topic."
                    : $"Settings name no topic '{topic}'; there are: "
                        + $"{string.Join(", ", topics.Select(t => t.Id.Value))}."
            );
        var subject = Subject(chosen, level, Line(story), now);
        if (PlaybookChoice.For(subject, playbooks) is not { } playbook)
            return new DrillOpening.Refused($"No playbook is for topic '{chosen.Id}' at level {level}.");
        var id = new CaseId(StableId.Of("drill", chosen.Id.Value, subject.StoryId)[..16]);
        var opening = new CaseCommand.OpenCase(now, id, subject, playbook, Roster.Of(settings), IsDrill: true);
        await new CaseSignals(store).RaiseAsync(id, "open", opening, null, cancellation);
        return new DrillOpening.Opened(id, playbook.Id);
    }

    private static CaseSubject Subject(Topic topic, Level level, string story, DateTimeOffset now)
    {
        // The same scoring as a mention's; the topic's name stands before the story so that what is said is said of the
        // topic.
        var name = topic.Settings.Name.Length > 0 ? topic.Settings.Name : topic.Id.Value;
        var text = TextFolding.Normalize($"{name} {story}");
        var mention = new Mention
        {
            Id = new MentionId(new string('0', 32)),
            Source = "drill",
            Category = SourceCategory.News,
            Title = text,
            Text = "",
            Seen = now,
        };
        var risks = topic.Scorer.Score(mention, TextFolding.FoldForMatching(text), 0).Risk.Categories;
        return new CaseSubject(
            topic.Id.Value,
            name,
            topic.Settings.Type,
            $"drill-{now.UtcTicks}",
            story,
            level,
            risks.Count > 0 && risks[0] is not RiskCategory.Unclear ? risks[0] : null,
            0,
            [],
            [],
            [new CaseEvidence("drill", story, null, now)]
        );
    }

    private static string Line(string? story)
    {
        var line = string.IsNullOrWhiteSpace(story)
            ? Story
            : TextFolding.Normalize(story.ReplaceLineEndings(" ")).Trim();
        return TextCut.To(line, LongestStory);
    }
}

/// <summary>What became of a wish for a drill.</summary>
public abstract record DrillOpening
{
    private DrillOpening() { }

    public sealed record Opened(CaseId Case, string Playbook) : DrillOpening;

    /// <param name="Why">A sentence that names what is missing.</param>
    public sealed record Refused(string Why) : DrillOpening;
}
