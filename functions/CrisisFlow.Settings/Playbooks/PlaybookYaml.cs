using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Warnings;
using YamlDotNet.Core;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>Reads a playbook from YAML and says everything that is wrong with it, each with line and column. The form is described in docs/playbooks.md.</summary>
public static class PlaybookYaml
{
    private const int MaxLength = 512 * 1024;

    /// <param name="file">Name for messages.</param>
    public static PlaybookReading Read(string file, string text)
    {
        var problems = new List<SettingsProblem>();
        if (text.Length > MaxLength)
            return new PlaybookReading(null, [new SettingsProblem(file, "", $"The file has {text.Length} characters; the limit is {MaxLength}.")]);
        try
        {
            var stream = YamlText.Load(text);
            if (stream.Documents.Count != 1)
                return new PlaybookReading(null, [new SettingsProblem(file, "", $"The file has {stream.Documents.Count} YAML documents; it holds one.")]);
            var root = stream.Documents[0].RootNode;
            var playbook = Read(new YamlPlace(file, "", root, root, problems));
            PlaybookCheck.Check(playbook, new YamlPlace(file, "", root, root, problems));
            return new PlaybookReading(problems.Count == 0 ? playbook : null, problems);
        }
        catch (YamlException e)
        {
            problems.Add(new SettingsProblem($"{file} line {e.Start.Line} column {e.Start.Column}", "", e.InnerException?.Message ?? e.Message));
            return new PlaybookReading(null, problems);
        }
    }

    private static Playbook Read(YamlPlace root)
    {
        var playbook = new Playbook
        {
            Id = root["id"].Id(64),
            Title = root["title"].Local(200),
            Match = Match(root["match"]),
            Directors = Roles(root["directors"], [Role.Communications, Role.Leadership, Role.Administrator]),
            ReminderAt = root["reminderAt"].Number(0.05, 0.95, 0.5),
            Factors = Factors(root["factors"]),
            Triage = Triage(root["triage"]),
            Facts = [.. root["facts"].Items.Select(i => PlaybookParts.Task(i, null))],
            Draft = PlaybookParts.Task(root["draft"], "draft"),
            Statements = [.. root["statements"].Items.Select(PlaybookParts.Template)],
            Approval = PlaybookParts.Approval(root["approval"]),
            Execution = PlaybookParts.Execution(root["execution"]),
            Effect = PlaybookParts.Effect(root["effect"]),
            Review = PlaybookParts.Task(root["review"], "review"),
            Holding = PlaybookParts.Holding(root["holding"]),
            Escalation = PlaybookParts.Escalation(root["escalation"]),
        };
        root.NoOthers();
        return playbook;
    }

    internal static IReadOnlyList<string> Roles(YamlPlace place, IReadOnlyList<string>? fallback)
    {
        if (place.IsMissing && fallback is not null) return fallback;
        var roles = place.Items.Select(i => i.Id(40)).ToList();
        if (roles.Count == 0) place.Problem("names no role; it names at least one.");
        return roles;
    }

    private static PlaybookMatch Match(YamlPlace place)
    {
        var match = new PlaybookMatch
        {
            Categories = [.. place["categories"].Items.Select(i => i.OneOf(RiskCategory.ProductSafety))],
            TopicTypes = [.. place["topicTypes"].Items.Select(i => i.OneOf(TopicType.Own))],
            MinLevel = place["minLevel"].OneOf(Level.Blue),
        };
        place.NoOthers();
        return match;
    }

    private static DeadlineFactors Factors(YamlPlace place)
    {
        var standard = new DeadlineFactors();
        var factors = new DeadlineFactors(
            place["blue"].Number(0.1, 10, standard.Blue),
            place["yellow"].Number(0.1, 10, standard.Yellow),
            place["orange"].Number(0.1, 10, standard.Orange),
            place["red"].Number(0.1, 10, standard.Red));
        place.NoOthers();
        return factors;
    }

    private static TriagePlan Triage(YamlPlace place)
    {
        var plan = new TriagePlan(PlaybookParts.Task(place["task"], "triage"));
        var ways = place["ways"];
        plan = plan with
        {
            Confirmed = ways["confirmed"].OneOf(plan.Confirmed),
            Misunderstanding = ways["misunderstanding"].OneOf(plan.Misunderstanding),
            Malicious = ways["malicious"].OneOf(plan.Malicious),
            Nothing = ways["nothing"].OneOf(plan.Nothing),
        };
        ways.NoOthers();
        place.NoOthers();
        return plan;
    }
}
