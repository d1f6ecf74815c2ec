using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Settings;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>The topics of settings, ready to be matched and scored.</summary>
public sealed class TopicSet
{
    private readonly Dictionary<string, Topic> _byId;
    private readonly TopicMatcher _matcher;

    /// <exception cref="SettingsException">A query cannot be read; its failures are reported with their
    /// columns.</exception>
    public TopicSet(IReadOnlyList<TopicSettings> settings)
    {
        All = [.. settings.Select(s => new Topic(s, Query(s), settings))];
        _byId = All.ToDictionary(t => t.Id.Value, StringComparer.OrdinalIgnoreCase);
        _matcher = new TopicMatcher([.. All.Select(t => t.Query)]);
    }

    public IReadOnlyList<Topic> All { get; }

    /// <summary>Null when settings name no such topic; case makes no difference.</summary>
    public Topic? Find(TopicId id) => _byId.GetValueOrDefault(id.Value);

    /// <param name="folded">The mention's whole text, folded for matching.</param>
    public IReadOnlyList<Topic> Matching(string folded) => [.. _matcher.Match(folded).Select(i => All[i])];

    // The start check reports all that is wrong with queries; here one is enough not to start.
    private static TopicQuery Query(TopicSettings topic) =>
        TopicQuery.Parse(topic.Match) switch
        {
            QueryReading.Valid valid => valid.Query,
            QueryReading.Invalid invalid => throw new SettingsException([
                .. invalid.Errors.Select(e => new SettingsProblem(
                    "settings",
                    $"topics.{topic.Id}.match",
                    $"Column {e.Column}: {e.Message}."
                )),
            ]),
            _ => throw new InvalidOperationException("A query is valid or it is not."),
        };
}

/// <summary>One topic. Its memory of stories belongs to one scorer at a time: take <see cref="Gate"/>.</summary>
public sealed class Topic
{
    internal Topic(TopicSettings settings, TopicQuery query, IReadOnlyList<TopicSettings> all)
    {
        (Settings, Query, Id) = (settings, query, new TopicId(settings.Id));
        Scorer = new MentionScorer(query);
        // Names of brands that are told apart: the same words about another brand are another story.
        Stories = new StoryMatcher([
            .. all.Select(t => t.Name).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
        ]);
    }

    public TopicId Id { get; }

    public TopicSettings Settings { get; }

    public TopicQuery Query { get; }

    public MentionScorer Scorer { get; }

    internal StoryMatcher Stories { get; }

    internal SemaphoreSlim Gate { get; } = new(1, 1);

    internal bool IsWarm { get; set; }
}
