using static CrisisFlow.Settings.Tests.Checking;

namespace CrisisFlow.Settings.Tests;

public sealed class BadSettingsAreAllTold
{
    [Theory]
    [InlineData(
        "warnings:\n  enterOrange: 43,5\n",
        "crisisflow.yaml line 2 column 16: warnings.enterOrange: '43,5' is not a number."
    )]
    [InlineData(
        "mail:\n  smtp:\n    port: 5,87\n",
        "crisisflow.yaml line 3 column 11: mail.smtp.port: '5,87' is not a whole number."
    )]
    public void A_number_with_a_separator_is_refused_in_a_file(string yaml, string problem) =>
        Assert.Equal([problem], Checking.Problems(yaml));

    [Fact]
    public void A_number_with_a_separator_is_refused_in_the_environment() =>
        Assert.Equal(
            ["configuration CrisisFlow:Warnings:EnterOrange: warnings.enterOrange: '43,5' is not a number."],
            Checking.Problems(null, ("CrisisFlow:Warnings:EnterOrange", "43,5"))
        );

    [Fact]
    public void Every_failure_is_listed_at_once_with_line_and_column() =>
        Assert.Equal(
            [
                "crisisflow.yaml line 6 column 20: links.lifetime: 'soon' is not a length of time like 90s, "
                    + "15m, 2h or 1d.",
                "crisisflow.yaml line 5 column 9: mail.fron: There is no such setting. Did you mean from?",
                "crisisflow.yaml line 3 column 17: mail.smtp.port: '0' is outside 1 to 65535.",
                "crisisflow.yaml line 2 column 14: mail.transport: 'pigeon' is not one of outbox, smtp.",
                "crisisflow.yaml line 7 column 26: warnings.enterOrange: '101' is outside 0 to 100.",
            ],
            Problems(
                "mail:\n  transport: pigeon\n  smtp: { port: 0 }\n\n  fron: a@b.example\nlinks: { lifetime: soon "
                    + "}\nwarnings: { enterOrange: 101 }\n"
            )
        );

    [Fact]
    public void A_name_that_stands_twice_is_told() =>
        Assert.StartsWith(
            "crisisflow.yaml line 2",
            Assert.Single(Problems("mail: { from: a@b.example }\nmail: { from: b@b.example }\n")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_person_without_role_and_with_a_broken_address_is_told() =>
        Assert.Equal(
            [
                "crisisflow.yaml line 2 column 34: people[0].email: 'ann@x Bcc: all@x' is not a mail address.",
                "crisisflow.yaml line 2 column 5: people[0].roles: 'ann' has no role; a person has at least one.",
            ],
            Problems("people:\n  - { id: ann, name: Ann, email: \"ann@x\\nBcc: all@x\" }\n")
        );

    [Fact]
    public void A_file_that_nests_without_end_is_refused_with_its_place() =>
        Assert.Equal(
            ["crisisflow.yaml line 1 column 67: The file nests deeper than 64."],
            Problems("a: " + new string('[', 200_000))
        );

    [Theory]
    [InlineData(
        "brand: {name: A}\n# ok\nbrand2: \u00ff",
        "latin1",
        "crisisflow.yaml line 3: The file is not UTF-8 from here on; save it as UTF-8."
    )]
    [InlineData("brand: {name: 示例}", "utf-8", null)]
    [InlineData("brand: {name: 示例}", "utf-16", null)]
    public void A_file_in_another_encoding_is_refused_and_not_guessed(string text, string encoding, string? problem)
    {
        var path = Path.GetTempFileName();
        try
        {
            var made = System.Text.Encoding.GetEncoding(encoding);
            File.WriteAllBytes(path, [.. made.GetPreamble(), .. made.GetBytes(text)]);
            var (read, told) = YamlText.ReadFile(path, "crisisflow.yaml");
            Assert.Equal((problem is null ? text : null, problem), (read, told?.ToString()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Configuration_wins_over_the_file_under_either_name()
    {
        var loaded = Check(
            "mail: { from: a@b.example, fromName: X }",
            HostKind.Local,
            ("CrisisFlow:Mail:FromName", "Y"),
            ("Mail:From", "c@d.example")
        );

        Assert.Equal(("Y", "c@d.example"), (loaded.Settings.Mail.FromName, loaded.Settings.Mail.From));
    }

    [Fact]
    public void A_variable_of_the_environment_may_stand_anywhere_in_a_value()
    {
        const string yaml =
            "sources:\n  - { name: n, url: \"https://a.example/\", headers: { Authorization: \"Bearer "
            + "${env:SECRET}\" } }\n";
        Assert.Equal("Bearer from the environment", Check(yaml).Settings.Sources[0].Headers["Authorization"]);
        Assert.Equal(
            "from the environment",
            Check("mail: { smtp: { password: \"${env:SECRET}\" } }").Settings.Mail.Smtp.Password
        );
    }

    [Fact]
    public void A_variable_the_environment_lacks_is_told_once_and_not_by_what_follows_from_it() =>
        Assert.Equal(
            [
                "crisisflow.yaml line 1 column 27: mail.smtp.password: The environment has no variable NOTHING.",
                "crisisflow.yaml line 2 column 32: channels.webhooks[0].url: The environment has no variable HOOK.",
                "crisisflow.yaml line 3 column 19: apiKeys.pages: An environment reference is incomplete; "
                    + "write ${env:NAME}.",
            ],
            Problems(
                    "mail: { smtp: { password: \"${env:NOTHING}\" } }\nchannels: { webhooks: [ { url: "
                        + "\"${env:HOOK}\", secret: 0123456789abcdef } ] }\napiKeys: { pages: \"${env:NAME\" }\n"
                )
                .Order(StringComparer.Ordinal)
                .ToArray()
        );

    [Theory]
    [InlineData("Bearer $env:SECRET", "$env:SECRET")]
    [InlineData("Bearer ${SECRET}", "${")]
    [InlineData("Bearer ${{ secrets.KEY }}", "${{")]
    [InlineData("Bearer {env:SECRET}", "{env:SECRET}")]
    [InlineData("Bearer $(SECRET)", "$(SECRET)")]
    [InlineData("Bearer %SECRET%", "%SECRET%")]
    public void What_other_programs_write_for_a_variable_is_refused(string value, string named) =>
        Assert.Contains(
            $"'{named}' would be used as it is written; write ${{env:NAME}} for a variable of the environment.",
            Assert.Single(Problems(Header(value))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("pa$$word")]
    [InlineData("$2y$10$abc")]
    [InlineData("100% of {it}")]
    [InlineData("a ${env:SECRET} b ${env:SECRET}")]
    public void What_is_no_variable_is_left_alone(string value) => Assert.Empty(Problems(Header(value)));

    [Fact]
    public void Headers_of_settings_made_in_code_are_filled_and_refused_alike()
    {
        var settings = new CrisisFlowSettings
        {
            Sources = [new() { Name = "a", Headers = { ["Authorization"] = "Bearer ${env:PATH}" } }],
        };
        SettingsInCode.Fill(settings);
        Assert.Equal(
            "Bearer " + Environment.GetEnvironmentVariable("PATH"),
            settings.Sources[0].Headers["Authorization"]
        );
        settings.Sources[0].Headers["Authorization"] = "Bearer ${env:CRISISFLOW_IS_NOT_THERE}";
        Assert.Equal(
            "settings: sources[0].headers.Authorization: The environment has no variable CRISISFLOW_IS_NOT_THERE.",
            Assert.Throws<SettingsException>(() => SettingsInCode.Fill(settings)).Message
        );
    }

    [Theory]
    [InlineData("小米 #雷军# OR 红米", "#雷军# OR 红米")]
    [InlineData("小米 # OR 红米", "# OR 红米")]
    public void What_YAML_takes_for_a_comment_is_told(string match, string cut)
    {
        var note = Assert.Single(Check(Topic(match)).Notes, one => one.Setting == "topics[0].match");
        Assert.StartsWith($"'{cut}' is a comment in YAML", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"小米 #雷军# OR 红米\"")]
    [InlineData("小米  # our own brand")]
    [InlineData("C#")]
    public void A_comment_that_is_meant_and_a_sign_that_is_kept_are_not(string match) =>
        Assert.DoesNotContain(Check(Topic(match)).Notes, one => one.Setting == "topics[0].match");

    [Fact]
    public void An_operator_in_lower_case_is_told() =>
        Assert.Contains(
            Check(Topic("小米 or 红米")).Notes,
            one => one.Message.StartsWith("Column 4: 'or' is a word here", StringComparison.Ordinal)
        );

    private static string Topic(string match) => $"topics:\n  - id: a\n    name: a\n    match: {match}\n";

    private static string Header(string value) =>
        $"sources:\n  - name: n\n    url: https://a.example/\n    headers:\n      X-Key: \"{value}\"\n";

    [Fact]
    public void Without_any_file_the_defaults_are_valid() => Assert.Empty(Problems(null));

    [Theory]
    [InlineData("yes", "'yes' is not true or false; write true.")]
    [InlineData("off", "'off' is not true or false; write false.")]
    [InlineData("maybe", "'maybe' is not true or false.")]
    [InlineData("True", null)]
    public void Yes_and_no_are_refused_with_what_is_right(string text, string? sentence) =>
        Assert.Equal(
            sentence is null ? [] : [$"crisisflow.yaml line 1 column 27: mail.smtp.startTls: {sentence}"],
            Problems($"mail: {{ smtp: {{ startTls: {text} }} }}")
        );

    [Theory]
    [InlineData("roles: [legal", "crisisflow.yaml line 5 column 1: ")]
    [InlineData(
        "\troles: legal",
        "crisisflow.yaml line 4 column 1: This line is indented with a tab; indent with spaces."
    )]
    [InlineData("roles legal", "crisisflow.yaml line 5 column 1: ")]
    public void A_file_that_is_not_YAML_has_that_one_problem_and_no_other(string line, string problem)
    {
        var loaded = Check($"brand:\n  name: Acme\npeople:\n{line}\n");

        Assert.StartsWith(problem, Assert.Single(loaded.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "brand:\n  name Acme\n",
        "crisisflow.yaml line 2 column 3: brand: 'name Acme' is found where settings belong: name, language, timeZone."
    )]
    [InlineData(
        "brand:\n  nane: Acme\n",
        "crisisflow.yaml line 2 column 9: brand.nane: There is no such setting. Did you mean name?"
    )]
    [InlineData(
        "topic:\n  - { id: a, match: a }\n",
        "crisisflow.yaml line 1 column 1: topic: There is no such setting. Did you mean topics?"
    )]
    [InlineData(
        "peple:\n  - { id: a }\n",
        "crisisflow.yaml line 1 column 1: peple: There is no such setting. Did you mean people?"
    )]
    [InlineData(
        "people: { id: ann }\n",
        "crisisflow.yaml line 1 column 1: people: A list belongs here; begin each item with '- '."
    )]
    [InlineData(
        "topics:\n  - { id: a, mtch: a }\n",
        "crisisflow.yaml line 2 column 20: topics[0].mtch: There is no such setting. Did you mean match?"
    )]
    public void What_only_follows_from_a_mistake_is_not_told(string yaml, string problem)
    {
        var wanted = yaml.Split(':')[0];
        var told = Check(yaml).Problems.Select(p => p.ToString());

        Assert.Equal([problem], told.Where(p => Related(wanted, p)));
    }

    [Fact]
    public void Every_problem_of_a_file_names_its_line() =>
        Assert.All(
            Check("brand: {}\nwarnings: { enterRed: 30 }\n")
                .Problems.Where(p => !p.Place.StartsWith("built-in", StringComparison.Ordinal)),
            problem => Assert.Matches(@"^crisisflow\.yaml line \d+ column \d+$", problem.Place)
        );

    [Fact]
    public void A_problem_between_thresholds_is_told_where_the_threshold_is_written() =>
        Assert.Equal(
            [
                "crisisflow.yaml line 2 column 13: warnings.enterRed: It is 30; it must exceed "
                    + "warnings.enterOrange, which is 43.5.",
            ],
            Problems("warnings:\n  enterRed: 30\n  leaveRed: 20\n")
        );

    /// <summary>Told of the section that was written, or of what rests on it.</summary>
    private static bool Related(string section, string problem) =>
        section switch
        {
            "brand" => problem.Contains("brand", StringComparison.Ordinal),
            "topic" or "topics" => problem.Contains("topic", StringComparison.Ordinal),
            _ => !problem.Contains("brand", StringComparison.Ordinal)
                && !problem.Contains("topics", StringComparison.Ordinal),
        };

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d", 86400)]
    [InlineData("00:02:00", 120)]
    [InlineData("1.5h", 5400)]
    public void Lengths_of_time_are_read_as_people_write_them(string text, int seconds)
    {
        Assert.True(Durations.TryParse(text, out var value));
        Assert.Equal(TimeSpan.FromSeconds(seconds), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("m")]
    public void A_number_without_unit_is_no_length_of_time(string text) =>
        Assert.False(Durations.TryParse(text, out _));
}
