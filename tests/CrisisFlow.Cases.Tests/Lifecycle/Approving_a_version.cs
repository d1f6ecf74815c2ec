using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Approving_a_version
{
    private static readonly IReadOnlyList<CaseCommand> Drafted = [.. StraightToExecution().Take(4)];
    private static readonly IReadOnlyList<CaseCommand> Legal = [.. StraightToExecution().Take(5)];

    private static CaseCommand.Approve By(PersonId by, int round = 1, string? hash = null) =>
        new(At("09:45"), by, round, hash ?? Hash);

    private static Playbook With(Quorum quorum, params string[] roles) =>
        SamplePlaybook.Standard with
        {
            Approval = SamplePlaybook.Standard.Approval with
            {
                Stages = [new StagePlan("only", SamplePlaybook.Both("Only"), quorum, roles, TimeSpan.FromHours(2))],
            },
        };

    [Fact]
    public void Approving_a_version_by_the_first_of_a_first_stage_opens_the_next() =>
        Case.Given(Drafted).When(By(Lena)).ThenInShort("Approved", "TaskEnded", "StageOpened", "TaskAssigned");

    [Fact]
    public void Approving_a_version_by_one_of_two_waits_for_another() =>
        Case.Given(Legal).When(By(Leo)).ThenInShort("Approved");

    [Fact]
    public void Approving_a_version_by_two_of_three_publishes_each_text_once() =>
        Case.Given(Legal)
            .And(By(Leo))
            .When(By(Lars))
            .ThenInShort(
                "Approved",
                "TaskEnded",
                "RoundClosed",
                "StatementApproved",
                "PhaseEntered",
                "TaskEnded",
                "PublicationRequested",
                "PublicationRequested",
                "PublicationRequested",
                "TaskAssigned"
            );

    [Fact]
    public void Approving_a_version_by_the_same_person_twice_counts_once() =>
        Case.Given(Legal).And(By(Leo)).When(By(Leo)).ThenNothing();

    [Fact]
    public void Approving_a_version_by_all_needs_everybody()
    {
        var playbook = With(new Quorum.All(), Role.Leadership);
        var two = Case.Given(Open(playbook)).And(Drafted.Skip(1)).And(By(Leo), By(Lily));
        Assert.Equal(CasePhase.Approval, two.Phase);
        Assert.Equal(CasePhase.Execution, two.And(By(Lars)).Phase);
    }

    [Fact]
    public void Approving_a_version_by_the_author_is_refused()
    {
        var playbook = With(new Quorum.First(), Role.Communications);
        var drafted = Case.Given(Open(playbook)).And(Drafted.Skip(1));
        Assert.Equal([Cara], drafted.File.TaskOf(new TaskId("approve-1-only"))!.People);
        drafted
            .When(By(Carl))
            .ThenRefused(CaseRefusal.AuthorMayNotApprove, "Person 'carl' wrote version 1 and may not decide on it.");
    }

    [Fact]
    public void Approving_a_version_by_the_author_is_allowed_when_nobody_else_is_there()
    {
        IReadOnlyList<Person> alone = [SamplePeople.Of(Carl)];
        var drafted = Case.Given(
            Open(With(new Quorum.AtLeast(2), Role.Legal) with { Facts = [] }, alone),
            new CaseCommand.DecideTriage(At("09:10"), Carl, TriageVerdict.Confirmed),
            Drafted[3]
        );
        Assert.Equal(CasePhase.Execution, drafted.And(By(Carl)).Phase);
    }

    [Fact]
    public void Approving_a_version_by_the_author_alone_is_refused_when_the_playbook_forbids_it()
    {
        var playbook = With(new Quorum.First(), Role.Legal) is var p
            ? p with
            {
                Facts = [],
                Approval = p.Approval with { AuthorMayApproveAlone = false },
            }
            : null;
        Case.Given(
                Open(playbook, [SamplePeople.Of(Carl)]),
                new CaseCommand.DecideTriage(At("09:10"), Carl, TriageVerdict.Confirmed),
                Drafted[3]
            )
            .When(By(Carl))
            .ThenRefused(CaseRefusal.AuthorMayNotApprove, "Person 'carl' wrote version 1 and may not decide on it.");
    }

    [Fact]
    public void Approving_a_version_counts_in_every_stage_that_asks_the_same_person()
    {
        var stage = SamplePlaybook.Standard.Approval.Stages[0];
        var playbook = SamplePlaybook.Standard with
        {
            Approval = new ApprovalPlan([stage, stage with { Id = "again" }]),
        };
        Assert.Equal(CasePhase.Execution, Case.Given(Open(playbook)).And(Drafted.Skip(1)).And(By(Lena)).Phase);
    }

    [Fact]
    public void Approving_a_version_fills_a_quorum_up_from_the_chain() =>
        Assert.Equal(
            [Lena, Leo, Lily, Lars],
            Case.Given(Open(With(new Quorum.AtLeast(2), Role.Legal)))
                .And(Drafted.Skip(1))
                .File.TaskOf(new TaskId("approve-1-only"))!
                .People
        );

    [Fact]
    public void Approving_a_version_by_somebody_of_a_later_stage_is_refused() =>
        Case.Given(Drafted)
            .When(By(Leo))
            .ThenRefused(CaseRefusal.NotAsked, "Person 'leo' was not assigned in stage 'legal' of round 1.");

    [Fact]
    public void Approving_a_version_names_the_version_that_was_seen() =>
        Case.Given(Drafted)
            .When(By(Lena, hash: "0123"))
            .ThenRefused(
                CaseRefusal.OtherVersion,
                "Round 1 of case 'case-1' is about version 1, not about the version whose hash was named."
            );

    [Fact]
    public void Approving_a_version_in_a_round_that_never_was_is_refused() =>
        Case.Given(Drafted)
            .When(By(Lena, round: 7))
            .ThenRefused(CaseRefusal.UnknownRound, "Case 'case-1' has no approval round 7; it had 1.");

    [Fact]
    public void Approving_a_version_after_the_round_was_rejected_is_refused()
    {
        var rejected = Case.Given(Legal).And(new CaseCommand.Reject(At("09:46"), Lily, 1, Hash, "Too long."));
        rejected.When(By(Leo)).ThenRefused(CaseRefusal.RoundClosed, "Round 1 of case 'case-1' is closed: Rejected.");
    }

    [Fact]
    public void Approving_a_version_is_open_to_whom_it_was_escalated() =>
        Assert.Equal(
            1,
            Case.Given(Drafted).And(new CaseCommand.PassTime(At("11:30"))).And(By(Leo)).File.Rounds[0].Stages[1].Index
        );
}
