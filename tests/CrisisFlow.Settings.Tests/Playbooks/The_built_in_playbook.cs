using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Settings.Playbooks;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings.Tests.Playbooks;

public sealed class The_built_in_playbook
{
    [Fact]
    public void The_built_in_playbook_has_no_problems() =>
        Assert.Empty(PlaybookYaml.Read("built-in.yaml", BuiltInPlaybook.Yaml, channels: null).Problems);

    [Fact]
    public void The_built_in_playbook_serves_every_case() =>
        Assert.Equal(
            "built-in",
            PlaybookChoice
                .For(
                    SampleCase.Subject with
                    {
                        Level = Level.Blue,
                        Category = null,
                    },
                    PlaybookSet.Load("", []).Playbooks
                )!
                .Id
        );

    [Fact]
    public void The_built_in_playbook_has_a_text_for_every_channel_in_every_language()
    {
        var playbook = BuiltInPlaybook.Value;
        var wanted = playbook.Execution.Channels.SelectMany(c => Language.All.Select(language => (c, language)));
        Assert.Equal(wanted.Order(), playbook.Statements.Select(s => (s.Channel, s.Language)).Order());
    }

    [Fact]
    public void The_built_in_playbook_has_texts_that_the_recorded_facts_fill_to_the_last_placeholder()
    {
        var state = SampleCase.After(
            SampleCase.Open(BuiltInPlaybook.Value),
            new CaseCommand.DecideTriage(SampleCase.At("09:10"), SamplePeople.Cara, TriageVerdict.Confirmed)
        );
        foreach (var task in state.FileOrNull!.OpenTasks.ToList())
        {
            var fact = new CaseCommand.RecordFact(
                SampleCase.At("09:20"),
                task.People[0],
                task.Id,
                $"Known of {task.Plan}."
            );
            var decided = Assert.IsType<Decision<CaseEvent, CaseRefusal>.Accepted>(CaseDecider.Decide(fact, state));
            state = decided.Events.Aggregate(state, CaseDecider.Evolve);
        }

        Assert.Equal(CasePhase.Draft, Assert.IsType<CaseState.Open>(state).Phase.Name);
        foreach (var template in BuiltInPlaybook.Value.Statements)
        {
            var values = StatementValues.Of(state.FileOrNull!, template.Language, SampleCase.Start);
            Assert.Null(
                Placeholders.FirstLeft(
                    Placeholders.Fill(template.Title, values) + Placeholders.Fill(template.Body, values)
                )
            );
        }
    }

    [Fact]
    public void The_built_in_playbook_has_its_holding_statement_switched_off() =>
        Assert.False(BuiltInPlaybook.Value.Holding.Usable);

    [Fact]
    public void The_built_in_playbook_asks_only_roles_that_settings_can_give() =>
        Assert.Empty(
            BuiltInPlaybook
                .Roles.Select(role => role.Name)
                .Except(SamplePeople.Roster.SelectMany(person => person.Roles))
        );
}
