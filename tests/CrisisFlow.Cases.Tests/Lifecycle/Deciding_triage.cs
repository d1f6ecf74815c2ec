using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Deciding_triage
{
    private static CaseCommand.DecideTriage Triage(TriageVerdict verdict, PersonId? by = null, string comment = "") =>
        new(At("09:10"), by ?? Cara, verdict, comment);

    [Fact]
    public void Deciding_triage_as_true_asks_for_the_facts() =>
        Case.Given(Open())
            .When(Triage(TriageVerdict.Confirmed))
            .ThenInShort("TriageDecided", "TaskEnded", "PhaseEntered", "TaskAssigned", "TaskAssigned");

    [Fact]
    public void Deciding_triage_as_malicious_asks_for_the_facts_too() =>
        Assert.Equal(CasePhase.Facts, Case.Given(Open(), Triage(TriageVerdict.Malicious)).Phase);

    [Fact]
    public void Deciding_triage_as_a_misunderstanding_watches() =>
        Assert.Equal(CasePhase.Effect, Case.Given(Open(), Triage(TriageVerdict.Misunderstanding)).Phase);

    [Fact]
    public void Deciding_triage_as_a_misunderstanding_drafts_when_the_playbook_says_so()
    {
        var playbook = SamplePlaybook.Standard with
        {
            Triage = SamplePlaybook.Standard.Triage with { Misunderstanding = TriageWay.Draft },
        };
        Assert.Equal(CasePhase.Draft, Case.Given(Open(playbook), Triage(TriageVerdict.Misunderstanding)).Phase);
    }

    [Fact]
    public void Deciding_triage_as_nothing_closes_the_case() =>
        Case.Given(Open())
            .When(Triage(TriageVerdict.Nothing, comment: "An old story."))
            .Then(
                new CaseEvent.TriageDecided(At("09:10"), Cara, TriageVerdict.Nothing, TriageWay.Close, "An old story."),
                new CaseEvent.TaskEnded(At("09:10"), new TaskId("triage-1"), TaskEnd.Done, Cara),
                new CaseEvent.Closed(At("09:10"), CaseEnding.Nothing, Cara, "An old story.")
            );

    [Fact]
    public void Deciding_triage_is_open_to_directors_who_were_not_asked() =>
        Assert.Equal(CasePhase.Facts, Case.Given(Open(), Triage(TriageVerdict.Confirmed, Leo)).Phase);

    [Fact]
    public void Deciding_triage_is_not_open_to_others() =>
        Case.Given(Open())
            .When(Triage(TriageVerdict.Confirmed, Kim))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'kim' was not assigned task 'triage-1' of case 'case-1' and is no director."
            );

    [Fact]
    public void Deciding_triage_is_not_open_to_strangers() =>
        Case.Given(Open())
            .When(Triage(TriageVerdict.Confirmed, new PersonId("eve")))
            .ThenRefused(CaseRefusal.UnknownPerson, "Person 'eve' is not in the roster of case 'case-1'.");

    [Fact]
    public void Deciding_triage_a_second_time_changes_nothing() =>
        Case.Given(Open(), Triage(TriageVerdict.Confirmed)).When(Triage(TriageVerdict.Confirmed)).ThenNothing();

    [Fact]
    public void Deciding_triage_by_another_person_afterwards_is_too_late() =>
        Case.Given(Open(), Triage(TriageVerdict.Confirmed))
            .When(Triage(TriageVerdict.Nothing, Carl))
            .ThenRefused(CaseRefusal.OtherPhase, "Case 'case-1' is in phase Facts; there one cannot decide triage.");
}
