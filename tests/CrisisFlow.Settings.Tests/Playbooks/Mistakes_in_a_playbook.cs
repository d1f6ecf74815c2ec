using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Settings.Tests.Playbooks;

public sealed class Mistakes_in_a_playbook
{
    [Fact]
    public void Mistakes_in_a_playbook_are_told_all_at_once_with_their_lines()
    {
        const string yaml = """
            id: Recall 1
            title: {zh: 召回, en: Recall}
            colour: red
            triage:
              task: {title: Decide, role: communications, due: soon}
              ways: {confirmed: fact}
            draft: {title: Draft, role: communications, due: 90d}
            statements:
              - {channel: fax, language: fr, title: T, body: B}
            approval:
              stages:
                - {id: legal, title: Legal, mode: most, roles: [], due: 1h}
                - {id: legal, title: Legal, mode: atLeast, roles: [legal], due: 1h}
            execution: {channels: [webhook], tasks: []}
            effect: {measureAt: [4h, 1h], flareIndex: 20}
            holding:
              enabled: yes
              texts:
                - {channel: webhook, language: zh, title: "{{topic}}", body: B}
            escalation: {whenNobodyAnswers: shout}
            """;
        var reading = PlaybookYaml.Read("recall.yaml", yaml);
        Assert.Null(reading.Playbook);
        Assert.Equal(
            [
                "recall.yaml line 1 column 5: id: is 'Recall 1'; an id has 1 to 64 characters a-z, 0-9 and '-'.",
                "recall.yaml line 3 column 1: colour: is not known here; known are approval, directors, draft, effect, escalation, execution, factors, facts, holding, id, match, reminderAt, review, statements, title, triage.",
                "recall.yaml line 5 column 52: triage.task.due: is 'soon'; a length of time is written like 30m, 2h or 1d.",
                "recall.yaml line 6 column 21: triage.ways.confirmed: is 'fact'; it is one of facts, draft, watch, close.",
                "recall.yaml line 7 column 50: draft.due: is 90d; it is 1m to 30d.",
                "recall.yaml line 9 column 15: statements[0].channel: is 'fax', which execution.channels does not name.",
                "recall.yaml line 9 column 30: statements[0].language: is 'fr'; it is one of zh, en.",
                "recall.yaml line 12 column 39: approval.stages[0].mode: is 'most'; it is one of first, all, atLeast.",
                "recall.yaml line 12 column 52: approval.stages[0].roles: names no role; it names at least one.",
                "recall.yaml line 13 column 7: approval.stages[1].count: is missing; mode atLeast needs it, 1 to 20.",
                "recall.yaml line 13 column 7: approval.stages[1]: has the id 'legal', which stands here twice.",
                "recall.yaml line 15 column 21: effect.measureAt: is not ascending.",
                "recall.yaml line 15 column 43: effect.flareIndex: is 20; it is above calmIndex, which is 35.",
                "recall.yaml line 17 column 12: holding.enabled: is 'yes'; it is true or false.",
                "recall.yaml line 19 column 7: holding.texts[0]: holds the placeholder {{topic}}; a holding statement is published word for word as approved.",
                "recall.yaml line 20 column 33: escalation.whenNobodyAnswers: is 'shout'; it is one of keepAsking, publishHolding, stop.",
                "recall.yaml line 1 column 1: review.title: is missing.",
                "recall.yaml line 1 column 1: review.role: is missing.",
                "recall.yaml line 1 column 1: review.due: is missing.",
            ],
            reading.Problems.Select(p => p.ToString()).OrderBy(p => p.Contains("missing", StringComparison.Ordinal) && p.Contains("review", StringComparison.Ordinal)).ThenBy(p => int.Parse(p.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(p => int.Parse(p.Split(' ', ':')[4], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("", "p.yaml: The file has 0 YAML documents; it holds one.")]
    [InlineData("a: [", "p.yaml line 2 column 1: While parsing a node, did not find expected node content.")]
    [InlineData("- 1", "p.yaml line 1 column 1: is not a block of names and values.")]
    public void Mistakes_in_a_playbook_are_told_of_files_that_are_no_playbook_at_all(string yaml, string first) =>
        Assert.Contains(first, PlaybookYaml.Read("p.yaml", yaml).Problems.Select(p => p.ToString()));
}
