using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Settings.Tests.Playbooks;

public sealed class Mistakes_in_a_playbook
{
    private static readonly string[] Channels = ["statement-page", "webhook"];

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
        var reading = PlaybookYaml.Read("recall.yaml", yaml, Channels);
        Assert.Null(reading.Playbook);
        Assert.Equal(
            [
                "recall.yaml line 1 column 1: review: It is missing.",
                "recall.yaml line 1 column 5: id: 'Recall 1' is not an id of 1 to 64 characters a-z, 0-9 and '-'.",
                "recall.yaml line 3 column 1: colour: There is no such field.",
                "recall.yaml line 5 column 52: triage.task.due: 'soon' is not a length of time like 90s, "
                    + "15m, 2h or 1d.",
                "recall.yaml line 6 column 21: triage.ways.confirmed: 'fact' is not one of facts, draft, watch, close.",
                "recall.yaml line 7 column 50: draft.due: '90d' is outside 1m to 30d.",
                "recall.yaml line 9 column 15: statements[0].channel: 'fax' is not one of statement-page, webhook.",
                "recall.yaml line 9 column 30: statements[0].language: 'fr' is not one of zh, en.",
                "recall.yaml line 12 column 39: approval.stages[0].mode: 'most' is not one of first, all, atLeast.",
                "recall.yaml line 12 column 45: approval.stages[0].roles: It has 0 items; 1 to 200 belong here.",
                "recall.yaml line 13 column 7: approval.stages[1].count: It is missing; mode atLeast needs "
                    + "it, 1 to 20.",
                "recall.yaml line 13 column 7: approval.stages[1]: 'legal' appears twice here.",
                "recall.yaml line 15 column 10: effect.measureAt: The times are not ascending.",
                "recall.yaml line 15 column 43: effect.flareIndex: 20 is not above calmIndex, which is 35.",
                "recall.yaml line 17 column 12: holding.enabled: 'yes' is not true or false; write true.",
                "recall.yaml line 19 column 7: holding.texts[0]: It has the placeholder {{topic}}; a holding "
                    + "statement is published word for word as approved.",
                "recall.yaml line 20 column 33: escalation.whenNobodyAnswers: 'shout' is not one of keepAsking, "
                    + "publishHolding, stop.",
            ],
            reading.Problems.Select(p => p.ToString().Split(" Known here")[0]).OrderBy(Line).ThenBy(Column)
        );
    }

    [Fact]
    public void A_name_that_is_not_known_is_told_with_those_that_are() =>
        Assert.Contains(
            "p.yaml line 2 column 3: triage.colour: There is no such field. Known here: task, ways.",
            PlaybookYaml.Read("p.yaml", "triage:\n  colour: red\n", Channels).Problems.Select(p => p.ToString())
        );

    [Fact]
    public void A_misspelt_name_is_told_once_and_not_as_missing_too() =>
        Assert.Equal(
            ["p.yaml line 1 column 1: aproval: There is no such field. Did you mean approval?"],
            PlaybookYaml
                .Read("p.yaml", "aproval: {}\n", Channels)
                .Problems.Select(p => p.ToString())
                .Where(p => p.Contains("proval", StringComparison.Ordinal))
        );

    [Fact]
    public void Names_and_words_are_read_whatever_their_case()
    {
        var yaml = BuiltInPlaybook
            .Yaml.Replace("minLevel: blue", "MinLevel: Blue", StringComparison.Ordinal)
            .Replace("authorMayApproveAlone: true", "authormayapprovealone: True", StringComparison.Ordinal);

        Assert.Empty(PlaybookYaml.Read("own.yaml", yaml, channels: null).Problems);
    }

    [Theory]
    [InlineData("approval: yes", "p.yaml line 1 column 11: approval: Names and values belong here.")]
    [InlineData(
        "facts: what-happened",
        "p.yaml line 1 column 8: facts: A list belongs here; begin each item with '- '."
    )]
    [InlineData("facts: {id: a}", "p.yaml line 1 column 1: facts: A list belongs here; begin each item with '- '.")]
    [InlineData("directors: []", "p.yaml line 1 column 1: directors: It has 0 items; 1 to 200 belong here.")]
    public void What_is_of_the_wrong_kind_is_told_once(string yaml, string problem)
    {
        var field = yaml.Split(':')[0];
        Assert.Equal(
            [problem],
            PlaybookYaml
                .Read("p.yaml", yaml, Channels)
                .Problems.Select(p => p.ToString())
                .Where(p => p.Contains(field, StringComparison.Ordinal))
        );
    }

    private static int Line(string problem) =>
        int.Parse(problem.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

    private static int Column(string problem) =>
        int.Parse(problem.Split(' ', ':')[4], System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("", "p.yaml line 1 column 1: Names and values of a playbook belong here.")]
    [InlineData("a: 1\n---\nb: 1", "p.yaml line 3 column 1: The file has 2 YAML documents; it holds one.")]
    [InlineData("a: [", "p.yaml line 2 column 1: While parsing a node, did not find expected node content.")]
    [InlineData("- 1", "p.yaml line 1 column 1: Names and values of a playbook belong here.")]
    public void Mistakes_in_a_playbook_are_told_of_files_that_are_no_playbook_at_all(string yaml, string first) =>
        Assert.Equal([first], PlaybookYaml.Read("p.yaml", yaml, Channels).Problems.Select(p => p.ToString()));
}
