using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Opening_a_case
{
    [Fact]
    public void Opening_a_case_asks_everybody_in_communications_to_decide_triage() =>
        Case.Given()
            .When(Open())
            .Then(
                new CaseEvent.Opened(Start, Id, Subject, SamplePlaybook.Standard, Roster, false),
                new CaseEvent.PhaseEntered(Start, CasePhase.Triage),
                new CaseEvent.TaskAssigned(
                    Start,
                    new TaskId("triage-1"),
                    TaskKind.Triage,
                    "triage",
                    SamplePlaybook.Both("triage"),
                    SamplePlaybook.Both("Do it."),
                    [Cara, Carl],
                    true,
                    At("09:30"),
                    At("10:00")
                )
            );

    [Fact]
    public void Opening_a_case_halves_deadlines_at_level_red() =>
        Assert.Equal(
            At("09:30"),
            Case.Given(Open() with { Subject = Subject with { Level = Level.Red } }).File.Tasks[0].Due
        );

    [Fact]
    public void Opening_a_case_asks_the_deputy_of_somebody_disabled()
    {
        var roster = Roster.Select(p => p.Id == Cara ? p with { Disabled = true, Deputy = Kim } : p).ToList();
        Assert.Equal([Kim, Carl], Case.Given(Open(roster: roster)).File.Tasks[0].People);
    }

    [Fact]
    public void Opening_a_case_asks_the_chain_when_nobody_holds_the_role() =>
        Assert.Equal(
            [Leo, Lily, Lars],
            Case.Given(Open(roster: [.. Roster.Where(p => !p.Has(Role.Communications))])).File.Tasks[0].People
        );

    [Fact]
    public void Opening_a_case_needs_somebody_to_ask() =>
        Case.Given()
            .When(Open(roster: [SamplePeople.Of(Cara) with { Disabled = true }]))
            .ThenRefused(CaseRefusal.NobodyToAsk, "Case 'case-1' has 1 people in its roster and none is enabled.");

    [Fact]
    public void Opening_a_case_again_changes_nothing() =>
        Case.Given(Open()).When(Open() with { At = At("12:00") }).ThenNothing();

    [Fact]
    public void Opening_a_case_about_something_else_is_refused() =>
        Case.Given(Open())
            .When(Open() with { Subject = Subject with { StoryId = "story-2" } })
            .ThenRefused(CaseRefusal.OtherCase, "Case 'case-1' is about story 'story-1', not about 'story-2'.");

    [Fact]
    public void Opening_a_case_comes_before_everything_else() =>
        Case.Given()
            .When(new CaseCommand.AddNote(Start, Cara, "Hello."))
            .ThenRefused(CaseRefusal.NoSuchCase, "The case does not exist.");
}
