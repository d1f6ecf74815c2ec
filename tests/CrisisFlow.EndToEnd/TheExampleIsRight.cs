using CrisisFlow.Local.Commands;
using CrisisFlow.Testing;

namespace CrisisFlow.EndToEnd;

public sealed class TheExampleIsRight
{
    [Fact]
    public void The_settings_example_has_nothing_wrong_with_it()
    {
        var file = Path.Combine(RepositoryRoot.Path, "crisisflow.example.yaml");
        Assert.Empty(Checked.Load(file, []).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("crisisflow-check-").FullName, "crisisflow.yaml");
        File.WriteAllText(file, """
            site: { listen: "http://0.0.0.0:80" }
            people:
              - { id: ann, name: Ann, email: nobody, roles: [communications, legal, leadership, customer-service, operations, administrator] }
            topics:
              - { id: brand, match: "(Brand OR" }
            warnings: { enterOrnge: 3 }
            """);

        var problems = Checked.Load(file, []).Problems.Select(p => $"{p.Setting}: {p.Message}").ToList();

        Assert.Contains("warnings.enterOrnge: There is no such setting. Did you mean enterOrange?", problems);
        Assert.Contains("people[0].email: 'nobody' is not a mail address.", problems);
        Assert.Contains("site.listen: 'http://0.0.0.0:80' can be reached from other machines; set apiKeys.pages.", problems);
        Assert.Contains(problems, p => p.StartsWith("topics[0].match: Column ", StringComparison.Ordinal));
    }
}
