using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Flaring_up
{
    private static CaseCommand.FlareUp Again(PersonId? by = null, Level level = Level.Red) =>
        new(At("2.12:00"), by, level, 91, "It is back.");

    [Fact]
    public void Flaring_up_from_effect_asks_for_the_next_draft_at_the_new_level() =>
        Case.Given(StraightToEffect())
            .When(Again())
            .ThenInShort("FlaredUp", "Regraded", "PhaseEntered", "TaskAssigned");

    [Fact]
    public void Flaring_up_from_review_drops_the_review() =>
        Case.Given(StraightToReview())
            .When(Again(level: Level.Orange))
            .ThenInShort("FlaredUp", "TaskEnded", "PhaseEntered", "TaskAssigned");

    [Fact]
    public void Flaring_up_leads_to_triage_when_the_playbook_says_so()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Effect = SamplePlaybook.Standard.Effect with { FlareUpTo = FlareUpTo.Triage },
        };
        var flared = Case.Given(StraightToEffect(playbook)).And(Again());
        Assert.Equal((CasePhase.Triage, "triage-2"), (flared.Phase, flared.File.OpenTasks.Single().Id.Value));
    }

    [Fact]
    public void Flaring_up_while_people_are_at_work_is_no_news() =>
        Case.Given(StraightToExecution()).When(Again()).ThenNothing();

    [Fact]
    public void Flaring_up_publishes_the_next_version_under_ids_of_its_own()
    {
        var hash = StatementHash.Of(TextsSaying("It goes on."));
        var second = Case.Given(StraightToEffect())
            .And(Again())
            .And(
                new CaseCommand.DraftStatement(At("2.13:00"), Carl, TextsSaying("It goes on.")),
                new CaseCommand.Approve(At("2.13:01"), Lena, 2, hash),
                new CaseCommand.Approve(At("2.13:02"), Leo, 2, hash),
                new CaseCommand.Approve(At("2.13:03"), Lars, 2, hash)
            );
        Assert.Equal(6, second.File.Publications.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public void Flaring_up_by_somebody_who_is_no_director_is_refused() =>
        Case.Given(StraightToEffect())
            .When(Again(Kim))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'kim' may not flare a case up: that takes one of the roles communications, leadership, "
                    + "administrator."
            );
}
