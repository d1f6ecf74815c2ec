using System.Text.Json.Nodes;
using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>
/// Reads a playbook from YAML and reports everything that is wrong with it, each with line and column.
/// docs/playbooks.md describes the form.
/// </summary>
public static class PlaybookYaml
{
    private const int MaxLength = 512 * 1024;
    private const int MostItems = 200;

    private static readonly IReadOnlyList<string> StandardDirectors =
    [
        Role.Communications,
        Role.Leadership,
        Role.Administrator,
    ];

    private static readonly string DirectorsDo =
        "Roles that may stop, re-grade and hand over a case, release the holding statement and answer any task; "
        + $"default: {string.Join(", ", StandardDirectors)}.";

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="channels">Names of the channels a playbook may use; null = any.</param>
    public static PlaybookReading Read(string name, string text, IReadOnlyCollection<string>? channels)
    {
        var file = new PlaybookFile();
        if (YamlTree.Read(name, text, MaxLength, file.Problems) is not { } tree)
            return new PlaybookReading(null, file.Problems, []);
        var root = new YamlField(file, "", tree, tree.Place);
        if (!tree.IsBlock)
        {
            root.Problem("Names and values of a playbook belong here.");
            return new PlaybookReading(null, file.Problems, []);
        }

        var playbook = Read(root, channels);
        PlaybookCrossChecks.Check(playbook, root);
        return new PlaybookReading(file.Problems.Count == 0 ? playbook : null, file.Problems, file.Roles);
    }

    /// <summary>A JSON schema of what is read, for editors.</summary>
    public static JsonObject Schema(IReadOnlyCollection<string>? channels)
    {
        var shapes = new JsonObject();
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "CrisisFlow playbook",
        };
        Read(new SchemaField(root, shapes, () => { }), channels);
        root["definitions"] = shapes;
        return root;
    }

    private static Playbook Read(IField root, IReadOnlyCollection<string>? channels)
    {
        root = root.Block(required: true);
        var playbook = new Playbook
        {
            Id = root["id", "Name of the playbook."].Id(64),
            Title = root["title", "Title shown on pages."].Local(200),
            Match = Match(root["match", "Cases it applies to."]),
            Directors = Directors(root["directors", DirectorsDo]),
            ReminderAt = root["reminderAt", "Fraction of the time until a deadline after which a reminder is sent."]
                .Number(0.05, 0.95, 0.5),
            Factors = Factors(root["factors", "Multiplies all deadlines at that level."]),
            Triage = Triage(root["triage", "Triage of the warning."]),
            Facts = PlaybookParts.Tasks(
                root["facts", "Assigned together; drafting starts when no required one is open."]
            ),
            Draft = PlaybookParts.OnlyTask(root["draft", "The drafting task."], "draft"),
            Statements = PlaybookParts.Templates(
                root["statements", "Draft templates, one per channel and language."],
                channels
            ),
            Approval = ApprovalParts.Approval(root["approval", "Who approves."]),
            Execution = PlaybookParts.Execution(root["execution", "Where to publish, and what else to do."], channels),
            Effect = PlaybookParts.Effect(root["effect", "How the effect is measured."]),
            Review = PlaybookParts.OnlyTask(root["review", "The review task."], "review"),
            Holding = PlaybookParts.Holding(root["holding", "A statement approved in advance."], channels),
            Escalation = PlaybookParts.Escalation(root["escalation", "What happens when nobody answers."]),
        };
        root.Done();
        return playbook;
    }

    private static IReadOnlyList<string> Directors(IField place)
    {
        var roles = place.Items(1, MostItems, required: false).Select(item => item.Id(40)).ToList();
        return place.IsMissing ? StandardDirectors : roles;
    }

    private static PlaybookMatch Match(IField place)
    {
        place = place.Block(required: false);
        var match = new PlaybookMatch
        {
            Categories = Words(place["categories", "Risk categories; empty = all."], RiskCategory.ProductSafety),
            TopicTypes = Words(place["topicTypes", "Topic types; empty = all."], TopicType.Own),
            MinLevel = place["minLevel", "Lowest level it applies to."].OneOf(Level.Blue),
        };
        place.Done();
        return match;
    }

    private static IReadOnlyList<T> Words<T>(IField place, T fallback)
        where T : struct, Enum => [.. place.Items(0, MostItems, required: false).Select(item => item.OneOf(fallback))];

    private static DeadlineFactors Factors(IField place)
    {
        place = place.Block(required: false);
        var standard = new DeadlineFactors();
        var factors = new DeadlineFactors(
            place["blue", "Factor at blue."].Number(0.1, 10, standard.Blue),
            place["yellow", "Factor at yellow."].Number(0.1, 10, standard.Yellow),
            place["orange", "Factor at orange."].Number(0.1, 10, standard.Orange),
            place["red", "Factor at red."].Number(0.1, 10, standard.Red)
        );
        place.Done();
        return factors;
    }

    private static TriagePlan Triage(IField place)
    {
        place = place.Block(required: true);
        var plan = new TriagePlan(PlaybookParts.OnlyTask(place["task", "The triage task."], "triage"));
        var ways = place["ways", "What follows each verdict."].Block(required: false);
        plan = plan with
        {
            Confirmed = ways["confirmed", "Confirmed."].OneOf(plan.Confirmed),
            Misunderstanding = ways["misunderstanding", "Inaccurate, but not malicious."].OneOf(plan.Misunderstanding),
            Malicious = ways["malicious", "Spread to cause harm."].OneOf(plan.Malicious),
            Nothing = ways["nothing", "No issue."].OneOf(plan.Nothing),
        };
        ways.Done();
        place.Done();
        return plan;
    }
}
