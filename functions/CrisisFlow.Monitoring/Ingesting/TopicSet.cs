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

    /// <exception cref="SettingsException">A query cannot be read; every failure is told with its column.</exception>
    public TopicSet(IReadOnlyList<TopicSettings> settings)
    {
        var problems = Check(settings);
        if (problems.Count > 0) throw new SettingsException(problems);
        All = [.. settings.Select(s => new Topic(s, ((QueryReading.Valid)TopicQuery.Parse(s.Match)).Query, settings))];
        _byId = All.ToDictionary(t => t.Id.Value, StringComparer.OrdinalIgnoreCase);
        _matcher = new TopicMatcher([.. All.Select(t => t.Query)]);
    }

    public IReadOnlyList<Topic> All { get; }

    /// <summary>Null when settings name no such topic; case makes no difference.</summary>
    public Topic? Find(TopicId id) => _byId.GetValueOrDefault(id.Value);

    /// <param name="folded">The mention's whole text, folded for matching.</param>
    public IReadOnlyList<Topic> Matching(string folded) => [.. _matcher.Match(folded).Select(i => All[i])];

    /// <summary>Everything that is wrong with the queries.</summary>
    public static IReadOnlyList<SettingsProblem> Check(IReadOnlyList<TopicSettings> settings) =>
    [
        .. settings.SelectMany((s, i) => TopicQuery.Parse(s.Match) is QueryReading.Invalid invalid
            ? invalid.Errors.Select(e => new SettingsProblem("settings", $"topics[{i}].match", $"Column {e.Column}: {e.Message}."))
            : []),
    ];
}

/// <summary>One topic. Its memory of stories belongs to one scorer at a time: take <see cref="Gate"/>.</summary>
public sealed class Topic
{
    internal Topic(TopicSettings settings, TopicQuery query, IReadOnlyList<TopicSettings> all)
    {
        (Settings, Query, Id) = (settings, query, new TopicId(settings.Id));
        Scorer = new MentionScorer(query);
        // Names of brands that are told apart: the same words about another brand are another story.
        Stories = new StoryMatcher([.. all.Select(t => t.Name).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    public TopicId Id { get; }

    public TopicSettings Settings { get; }

    public TopicQuery Query { get; }

    public MentionScorer Scorer { get; }

    internal StoryMatcher Stories { get; }

    internal SemaphoreSlim Gate { get; } = new(1, 1);

    internal bool IsWarm { get; set; }
}
