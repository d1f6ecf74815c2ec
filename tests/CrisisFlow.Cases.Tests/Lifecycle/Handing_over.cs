using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Cases.Tests.Lifecycle;

public sealed class Handing_over
{
    private static readonly Person Nina = SamplePeople.Of(new PersonId("nina"), "Nina");

    private static CaseCommand.HandOver Over(PersonId by, PersonId from, Person to, string? task = null) =>
        new(At("09:05"), by, from, to, task is null ? null : new TaskId(task));

    [Fact]
    public void Handing_over_one_task_puts_another_in_ones_place() =>
        Assert.Equal([Nina.Id, Carl], Case.Given(Open(), Over(Cara, Cara, Nina, "triage-1")).File.Tasks[0].People);

    [Fact]
    public void Handing_over_everything_passes_on_tasks_and_roles()
    {
        var over = Case.Given(
            Open(),
            Over(Leo, Cara, Nina),
            new CaseCommand.Stop(At("09:06"), Nina.Id, "As a director.")
        );
        Assert.True(over.File.PersonOf(Cara)!.Disabled);
        Assert.Equal([Nina.Id, Carl], over.File.Tasks[0].People);
    }

    [Fact]
    public void Handing_over_twice_changes_nothing() =>
        Case.Given(Open(), Over(Leo, Cara, Nina)).When(Over(Leo, Cara, Nina)).ThenNothing();

    [Fact]
    public void Handing_over_an_approval_to_the_author_is_refused() =>
        Case.Given(StraightToExecution().Take(4))
            .When(
                new CaseCommand.HandOver(At("09:31"), Lena, Lena, SamplePeople.Of(Carl), new TaskId("approve-1-legal"))
            )
            .ThenRefused(
                CaseRefusal.AuthorMayNotApprove,
                "Person 'carl' wrote the version that task 'approve-1-legal' is about and may not decide on it."
            );

    [Fact]
    public void Handing_over_to_somebody_who_is_asked_already_is_refused() =>
        Case.Given(Open())
            .When(Over(Cara, Cara, SamplePeople.Of(Carl), "triage-1"))
            .ThenRefused(CaseRefusal.AlreadyAsked, "Person 'carl' is already assigned task 'triage-1'.");

    [Fact]
    public void Handing_over_what_others_were_asked_takes_a_director() =>
        Case.Given(Open())
            .When(Over(Kim, Cara, Nina))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'kim' may not hand over other people's tasks: that takes one of the roles communications, "
                    + "leadership, administrator."
            );

    [Fact]
    public void Handing_over_to_somebody_disabled_is_refused() =>
        Case.Given(Open())
            .When(Over(Cara, Cara, Nina with { Disabled = true }))
            .ThenRefused(CaseRefusal.PersonDisabled, "Person 'nina' is disabled and cannot take over.");

    [Fact]
    public void Handing_over_a_task_one_was_not_asked_for_is_refused() =>
        Case.Given(Open())
            .When(Over(Kim, Kim, Nina, "triage-1"))
            .ThenRefused(
                CaseRefusal.NotAsked,
                "Person 'kim' was not assigned task 'triage-1' and cannot hand it over."
            );
}
