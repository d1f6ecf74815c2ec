using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>The blocks a playbook is made of.</summary>
internal static class PlaybookParts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="id">Of a task that is the only one of its phase; null = the file gives it.</param>
    public static TaskPlan Task(YamlPlace place, string? id)
    {
        var plan = new TaskPlan(
            id is null ? place["id"].Id(32) : id,
            place["title"].Local(200),
            place["instructions"].Local(4000, LocalText.Empty),
            place["role"].Id(40),
            place["due"].Duration(Minute, Month),
            id is not null || place["required"].Flag(true));
        place.NoOthers();
        return plan;
    }

    public static StatementTemplate Template(YamlPlace place)
    {
        var text = Statement(place);
        return new StatementTemplate(text.Channel, text.Language, text.Title, text.Body);
    }

    public static ApprovalPlan Approval(YamlPlace place)
    {
        var stages = place["stages"].Items.Select(Stage).ToList();
        if (stages.Count is 0 or > 8) place["stages"].Problem($"has {stages.Count} stages; it has 1 to 8.");
        var plan = new ApprovalPlan(stages) { AuthorMayApproveAlone = place["authorMayApproveAlone"].Flag(true) };
        place.NoOthers();
        return plan;
    }

    public static ExecutionPlan Execution(YamlPlace place)
    {
        var channels = place["channels"].Items.Select(i => i.Id(32)).ToList();
        if (channels.Count == 0) place["channels"].Problem("names no channel; it names at least one.");
        var plan = new ExecutionPlan(channels, [.. place["tasks"].Items.Select(i => Task(i, null))], place["due"].Duration(Minute, Month, TimeSpan.FromHours(1)));
        place.NoOthers();
        return plan;
    }

    public static EffectPlan Effect(YamlPlace place)
    {
        var standard = new EffectPlan();
        var times = place["measureAt"];
        var plan = new EffectPlan
        {
            MeasureAt = times.IsMissing ? standard.MeasureAt : [.. times.Items.Select(i => i.Duration(TimeSpan.FromMinutes(5), Month))],
            Window = place["window"].Duration(TimeSpan.FromMinutes(10), Week, standard.Window),
            CalmIndex = place["calmIndex"].Number(0, 100, standard.CalmIndex),
            FlareIndex = place["flareIndex"].Number(0, 100, standard.FlareIndex),
            Floor = place["floor"].Whole(1, 10_000, standard.Floor),
            SmallestChange = place["smallestChange"].Number(0.01, 1, standard.SmallestChange),
            Repeat = place["repeat"].Whole(0, 20, standard.Repeat),
            FlareUpTo = place["flareUpTo"].OneOf(standard.FlareUpTo),
        };
        place.NoOthers();
        if (plan.MeasureAt.Count is 0 or > 12) times.Problem($"has {plan.MeasureAt.Count} times; it has 1 to 12.");
        if (plan.MeasureAt.Zip(plan.MeasureAt.Skip(1)).Any(p => p.Second <= p.First)) times.Problem("is not ascending.");
        if (plan.FlareIndex <= plan.CalmIndex) place["flareIndex"].Problem(FormattableString.Invariant($"is {plan.FlareIndex}; it is above calmIndex, which is {plan.CalmIndex}."));
        return plan;
    }

    public static HoldingPlan Holding(YamlPlace place)
    {
        var plan = new HoldingPlan
        {
            Enabled = place["enabled"].Flag(false),
            ApprovedBy = place["approvedBy"].Text(200, "") is { Length: > 0 } by ? by : null,
            ApprovedOn = place["approvedOn"].Date(),
            After = place["after"].IsMissing ? null : place["after"].Duration(Minute, Week),
            Texts = [.. place["texts"].Items.Select(Statement)],
        };
        place.NoOthers();
        if (!plan.Enabled) return plan;
        if (plan.ApprovedBy is null) place["approvedBy"].Problem("is missing; a holding statement that is switched on names who approved it.");
        if (plan.ApprovedOn is null && place["approvedOn"].IsMissing) place["approvedOn"].Problem("is missing; a holding statement that is switched on names the day it was approved.");
        if (plan.Texts.Count == 0) place["texts"].Problem("is empty; a holding statement that is switched on has at least one text.");
        return plan;
    }

    public static EscalationPlan Escalation(YamlPlace place)
    {
        var standard = new EscalationPlan();
        var plan = new EscalationPlan
        {
            Steps = [.. place["steps"].Items.Select(Step)],
            Repeat = place["repeat"].Whole(0, 20, standard.Repeat),
            RepeatEvery = place["repeatEvery"].Duration(Minute, Week, standard.RepeatEvery),
            WhenNobodyAnswers = place["whenNobodyAnswers"].OneOf(standard.WhenNobodyAnswers),
            GiveUpAfter = place["giveUpAfter"].Duration(TimeSpan.FromHours(1), TimeSpan.FromDays(90), standard.GiveUpAfter),
        };
        place.NoOthers();
        return plan;
    }

    private static EscalationStep Step(YamlPlace place)
    {
        var step = new EscalationStep(place["role"].Id(40), place["after"].Duration(Minute, Week));
        place.NoOthers();
        return step;
    }

    private static StagePlan Stage(YamlPlace place)
    {
        var plan = new StagePlan(
            place["id"].Id(32),
            place["title"].Local(200),
            Quorum(place),
            PlaybookYaml.Roles(place["roles"], null),
            place["due"].Duration(Minute, Month));
        place.NoOthers();
        return plan;
    }

    /// <summary>mode: first, all or atLeast; atLeast comes with count.</summary>
    private static Quorum Quorum(YamlPlace place)
    {
        var mode = place["mode"].Text(20, "first");
        var count = place["count"];
        if (mode == "atLeast")
        {
            if (count.IsMissing) count.Problem("is missing; mode atLeast needs it, 1 to 20.");
            return new Quorum.AtLeast(count.Whole(1, 20, 1));
        }

        if (!count.IsMissing) count.Problem($"has no meaning with mode '{mode}'; it belongs to atLeast.");
        if (mode is not ("first" or "all")) place["mode"].Problem($"is '{mode}'; it is one of first, all, atLeast.");
        return mode == "all" ? new Quorum.All() : new Quorum.First();
    }

    private static StatementText Statement(YamlPlace place)
    {
        var text = new StatementText(
            place["channel"].Id(32),
            place["language"].OneOf(Language.Zh),
            place["title"].Text(CaseLimits.StatementTitle),
            place["body"].Text(CaseLimits.StatementBody));
        if (place["language"].IsMissing) place["language"].Problem("is missing; it is zh or en.");
        place.NoOthers();
        return text;
    }
}
