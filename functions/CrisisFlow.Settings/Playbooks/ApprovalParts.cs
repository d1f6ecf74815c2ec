using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>Who approves a statement.</summary>
internal static class ApprovalParts
{
    private const int MostStages = 8;
    private const int MostRoles = 200;

    private static readonly IReadOnlyList<string> Modes = ["first", "all", AtLeast];

    private const string AtLeast = "atLeast";

    public static ApprovalPlan Approval(IField place)
    {
        place = place.Block(required: true);
        var plan = new ApprovalPlan([
            .. place["stages", "Stages, in order."].Items(1, MostStages, required: true).Select(Stage),
        ])
        {
            AuthorMayApproveAlone = place[
                "authorMayApproveAlone",
                "Authors may approve their own version when nobody else can be asked."
            ]
                .Flag(true),
        };
        place.Done();
        return plan;
    }

    public static IReadOnlyList<string> Roles(IField place) =>
        [.. place.Items(1, MostRoles, required: true).Select(item => item.Role())];

    private static StagePlan Stage(IField place)
    {
        place = place.Block(required: true);
        var plan = new StagePlan(
            place["id", "Unique within the plan."].Id(32),
            place["title", "Title shown on pages and in mails."].Local(200),
            Quorum(place),
            Roles(place["roles", "Everyone with one of these roles is asked."]),
            place["due", "From the moment the stage opens, before the level's factor."]
                .Duration(TimeSpan.FromMinutes(1), TimeSpan.FromDays(30))
        );
        place.Done();
        return plan;
    }

    private static Quorum Quorum(IField place)
    {
        var mode = place["mode", "How many of the assignees must approve."].OneOf(Modes, Modes[0]);
        var count = place["count", "Required approvals in mode atLeast."];
        var least = count.Whole(1, 20, 1);
        if (mode == AtLeast && count.IsMissing)
            count.Problem($"It is missing; mode {AtLeast} needs it, 1 to 20.");
        if (mode != AtLeast && !count.IsMissing)
            count.Problem($"It has no meaning with mode '{mode}'; it belongs to {AtLeast}.");
        return mode == AtLeast ? new Quorum.AtLeast(least)
            : mode == "all" ? new Quorum.All()
            : new Quorum.First();
    }
}
