using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Settings.Tests;

public sealed class BadSettingsAreAllTold
{
    private static string[] Problems(string yaml, params (string Name, string Value)[] configuration) =>
        [.. Load(yaml, configuration).Problems.Select(p => p.ToString())];

    private static (CrisisFlowSettings Settings, IReadOnlyList<SettingsProblem> Problems) Load(string? yaml, params (string Name, string Value)[] configuration) =>
        SettingsLoader.Load(
            "crisisflow.yaml", yaml,
            new ConfigurationBuilder().AddInMemoryCollection(configuration.ToDictionary(p => p.Name, p => (string?)p.Value)).Build(),
            name => name == "SECRET" ? "from the environment" : null);

    [Fact]
    public void Every_failure_is_listed_at_once_with_line_and_column() => Assert.Equal(
        [
            "crisisflow.yaml line 6 column 20: links.lifetime: 'soon' is not a length of time like 90s, 15m, 2h or 1d.",
            "crisisflow.yaml line 5 column 9: mail.fron: There is no such setting. Did you mean from?",
            "crisisflow.yaml line 3 column 17: mail.smtp.port: '0' is outside 1 to 65535.",
            "crisisflow.yaml line 2 column 14: mail.transport: 'pigeon' is not one of outbox, smtp.",
            "crisisflow.yaml line 7 column 26: warnings.enterOrange: '101' is outside 0 to 100.",
        ],
        Problems("mail:\n  transport: pigeon\n  smtp: { port: 0 }\n\n  fron: a@b.example\nlinks: { lifetime: soon }\nwarnings: { enterOrange: 101 }\n"));

    [Fact]
    public void A_name_that_stands_twice_is_told() =>
        Assert.StartsWith("crisisflow.yaml line 2", Assert.Single(Problems("mail: { from: a@b.example }\nmail: { from: b@b.example }\n")), StringComparison.Ordinal);

    [Fact]
    public void A_person_without_role_and_with_a_broken_address_is_told() => Assert.Equal(
        [
            "crisisflow.yaml line 2 column 34: people[0].email: 'ann@x Bcc: all@x' is not a mail address.",
            "crisisflow.yaml line 2 column 5: people[0].roles: 'ann' has no role; a person has at least one.",
        ],
        Problems("people:\n  - { id: ann, name: Ann, email: \"ann@x\\nBcc: all@x\" }\n"));

    [Fact]
    public void A_file_that_nests_without_end_is_refused_with_its_place() =>
        Assert.Equal(["crisisflow.yaml line 1 column 67: The file nests deeper than 64."], Problems("a: " + new string('[', 200_000)));

    [Theory]
    [InlineData("brand: {name: A}\n# ok\nbrand2: \u00ff", "latin1", "crisisflow.yaml line 3: The file is not UTF-8 from here on; save it as UTF-8.")]
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
        var (settings, problems) = Load("mail: { from: a@b.example, fromName: X }", ("CrisisFlow:Mail:FromName", "Y"), ("Mail:From", "c@d.example"));
        Assert.Empty(problems);
        Assert.Equal("Y", settings.Mail.FromName);
        Assert.Equal("c@d.example", settings.Mail.From);
    }

    [Fact]
    public void A_secret_comes_from_the_environment_or_is_missed()
    {
        Assert.Equal("from the environment", Load("mail: { smtp: { password: \"${env:SECRET}\" } }").Settings.Mail.Smtp.Password);
        Assert.Equal(
            ["crisisflow.yaml line 1 column 27: mail.smtp.password: The environment has no variable NOTHING."],
            Problems("mail: { smtp: { password: \"${env:NOTHING}\" } }"));
    }

    [Fact]
    public void Without_any_file_the_defaults_are_valid() => Assert.Empty(Load(null).Problems);

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
    public void A_number_without_unit_is_no_length_of_time(string text) => Assert.False(Durations.TryParse(text, out _));
}
