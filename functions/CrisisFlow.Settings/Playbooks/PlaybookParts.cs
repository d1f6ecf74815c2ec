using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>The blocks a playbook is made of.</summary>
internal static class PlaybookParts
{
    private const int MostItems = 200;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>A task of a list, with its own id.</summary>
    public static TaskPlan Task(IField place)
    {
        place = place.Shape("listed-task").Block(required: true);
        var plan = Task(
            place,
            place["id", "Unique within its list; {{fact.ID}} in a statement inserts the text recorded for it."].Id(32)
        ) with
        {
            Required = place["required", "An optional task expires at its deadline and is never escalated."].Flag(true),
        };
        place.Done();
        return plan;
    }

    /// <summary>A task that is the only one of its phase.</summary>
    public static TaskPlan OnlyTask(IField place, string id)
    {
        place = place.Shape("task").Block(required: true);
        var plan = Task(place, id);
        place.Done();
        return plan;
    }

    private static TaskPlan Task(IField place, string id) =>
        new(
            id,
            place["title", "Task title, in one line."].Local(200),
            place["instructions", "What to do and what to watch out for."].Local(4000, LocalText.Empty),
            place["role", "Everyone with this role is asked; the first answer counts."].Role(),
            place["due", "Time to answer, before the level's factor."].Duration(Minute, Month)
        );

    public static IReadOnlyList<TaskPlan> Tasks(IField place) =>
        [.. place.Items(0, MostItems, required: false).Select(Task)];

    public static IReadOnlyList<StatementTemplate> Templates(IField place, IReadOnlyCollection<string>? channels) =>
        [
            .. Statements(place, channels)
                .Select(text => new StatementTemplate(text.Channel, text.Language, text.Title, text.Body)),
        ];

    public static ExecutionPlan Execution(IField place, IReadOnlyCollection<string>? channels)
    {
        place = place.Block(required: true);
        var plan = new ExecutionPlan(
            [
                .. place["channels", "Channels that approved texts are published to."]
                    .Items(1, MostItems, required: true)
                    .Select(item => Channel(item, channels))
                    .Where(name => name.Length > 0),
            ],
            Tasks(place["tasks", "Tasks besides publishing."]),
            place["due", "Deadline for publishing by hand after a channel has failed permanently."]
                .Duration(Minute, Month, TimeSpan.FromHours(1))
        );
        place.Done();
        return plan;
    }

    public static EffectPlan Effect(IField place)
    {
        place = place.Block(required: false);
        var standard = new EffectPlan();
        var times = place[
            "measureAt",
            "When to measure after the phase starts, ascending; default: "
                + $"{string.Join(", ", standard.MeasureAt.Select(Durations.Format))}."
        ];
        var calm = place["calmIndex", "At or below this risk index the case is calm."]
            .Number(0, 100, standard.CalmIndex);
        var flare = place[
            "flareIndex",
            "Worse than expected at or above this risk index, the question whether to go back is escalated until "
                + "somebody answers; below, it lapses. Must be above calmIndex."
        ];
        IReadOnlyList<TimeSpan> at =
        [
            .. times.Items(1, 12, required: false).Select(item => item.Duration(TimeSpan.FromMinutes(5), Month)),
        ];
        var plan = new EffectPlan
        {
            MeasureAt = times.IsMissing ? standard.MeasureAt : at,
            Window = place["window", "Length of the two windows compared."]
                .Duration(TimeSpan.FromMinutes(10), Week, standard.Window),
            CalmIndex = calm,
            FlareIndex = flare.Number(0, 100, standard.FlareIndex),
            Floor = place["floor", "With fewer mentions before and after, no verdict is given."]
                .Whole(1, 10_000, standard.Floor),
            SmallestChange = place[
                "smallestChange",
                "Smallest relative change of negative mentions per hour that counts."
            ]
                .Number(0.01, 1, standard.SmallestChange),
            Repeat = place["repeat", "How often the last measurement is repeated until the case is calm."]
                .Whole(0, 20, standard.Repeat),
            FlareUpTo = place["flareUpTo", "Phase a flare-up returns to."].OneOf(standard.FlareUpTo),
        };
        place.Done();
        if (at.Zip(at.Skip(1)).Any(pair => pair.Second <= pair.First))
            times.Problem("The times are not ascending.");
        if (plan.FlareIndex <= plan.CalmIndex)
            flare.Problem(
                FormattableString.Invariant($"{plan.FlareIndex} is not above calmIndex, which is {plan.CalmIndex}.")
            );
        return plan;
    }

    public static HoldingPlan Holding(IField place, IReadOnlyCollection<string>? channels)
    {
        place = place.Block(required: false);
        var (by, on) = (place["approvedBy", "Who approved it."], place["approvedOn", "Date it was approved."]);
        var texts = place["texts", "Published word for word, so without placeholders."];
        var plan = new HoldingPlan
        {
            Enabled = place["enabled", "Switched on."].Flag(false),
            ApprovedBy = by.Text(200, "") is { Length: > 0 } name ? name : null,
            ApprovedOn = on.Date(),
            After = place[
                "after",
                "Released automatically this long after triage as confirmed or malicious; default: never."
            ]
                .DurationOrNone(Minute, Week),
            Texts = [.. Statements(texts, channels)],
        };
        place.Done();
        if (!plan.Enabled)
            return plan;
        if (plan.ApprovedBy is null)
            by.Problem("It is missing; a holding statement that is switched on names who approved it.");
        if (on.IsMissing)
            on.Problem("It is missing; a holding statement that is switched on names the day it was approved.");
        if (plan.Texts.Count == 0)
            texts.Problem("It is empty; a holding statement that is switched on has at least one text.");
        return plan;
    }

    public static EscalationPlan Escalation(IField place)
    {
        place = place.Block(required: false);
        var standard = new EscalationPlan();
        var plan = new EscalationPlan
        {
            Steps =
            [
                .. place["steps", "Who it is escalated to, in order."]
                    .Items(0, MostItems, required: false)
                    .Select(Step),
            ],
            Repeat = place["repeat", "How often everyone is asked again after the last step."]
                .Whole(0, 20, standard.Repeat),
            RepeatEvery = place["repeatEvery", "Interval between repeats."]
                .Duration(Minute, Week, standard.RepeatEvery),
            WhenNobodyAnswers = place["whenNobodyAnswers", "What happens at the end of the chain."]
                .OneOf(standard.WhenNobodyAnswers),
            GiveUpAfter = place["giveUpAfter", "The case is stopped this long after the last reminder."]
                .Duration(TimeSpan.FromHours(1), TimeSpan.FromDays(90), standard.GiveUpAfter),
        };
        place.Done();
        return plan;
    }

    private static EscalationStep Step(IField place)
    {
        place = place.Block(required: true);
        var step = new EscalationStep(
            place["role", "Everyone with this role is asked too."].Role(),
            place["after", "Time they have before the next step."].Duration(Minute, Week)
        );
        place.Done();
        return step;
    }

    private static string Channel(IField place, IReadOnlyCollection<string>? channels) =>
        channels is null ? place.Id(32) : place.OneOf(channels, null);

    private static IEnumerable<StatementText> Statements(IField place, IReadOnlyCollection<string>? channels) =>
        place.Items(0, MostItems, required: false).Select(item => Statement(item, channels));

    private static StatementText Statement(IField place, IReadOnlyCollection<string>? channels)
    {
        place = place.Shape("statement").Block(required: true);
        var text = new StatementText(
            Channel(place["channel", "One of execution.channels."], channels),
            Language.Find(
                place["language", "Language of the text."].OneOf([.. Language.All.Select(one => one.Code)], null)
            ) ?? Language.All[0],
            place["title", "Title; placeholders such as {{topic}} are filled in."].Text(CaseLimits.StatementTitle),
            place["body", "Plain text; an empty line starts a new paragraph."].Text(CaseLimits.StatementBody)
        );
        place.Done();
        return text;
    }
}
