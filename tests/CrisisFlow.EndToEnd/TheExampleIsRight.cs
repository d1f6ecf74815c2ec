using CrisisFlow.Local.Commands;
using CrisisFlow.Testing;

namespace CrisisFlow.EndToEnd;

public sealed class TheExampleIsRight
{
    [Fact]
    public void The_settings_example_has_nothing_wrong_with_it()
    {
        var file = Path.Combine(RepositoryRoot.Path, "crisisflow.example.yaml");
        Assert.Empty(SettingsFile.Check(file, []).Problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("https://crisis.brand.example/", "", true)]
    [InlineData("https://crisis.brand.example/", "a-long-enough-key", false)]
    [InlineData("http://127.0.0.1:7071/", "", false)]
    [InlineData("http://localhost:7071/", "", false)]
    public void A_public_address_means_a_proxy_and_a_proxy_means_a_key(string address, string key, bool told)
    {
        var file = Path.Combine(RepositoryRoot.Path, "crisisflow.example.yaml");
        var problems = SettingsFile
            .Check(file, [$"site.baseUrl={address}", $"apiKeys.pages={key}"])
            .Problems.Select(p => $"{p.Setting}: {p.Message}");
        Assert.Equal(
            told
                ?
                [
                    $"site.baseUrl: '{address}' is reached from other machines, so a proxy hands their requests on "
                        + "to this one; set apiKeys.pages.",
                ]
                : [],
            problems
        );
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("crisisflow-check-").FullName, "crisisflow.yaml");
        File.WriteAllText(
            file,
            """
            site: { listen: "http://0.0.0.0:80" }
            people:
              - id: ann
                name: Ann
                email: nobody
                roles: [communications, legal, leadership, customer-service, operations, administrator]
            topics:
              - { id: brand, match: "(Brand OR" }
            warnings: { enterOrnge: 3 }
            """
        );

        var problems = SettingsFile.Check(file, []).Problems.Select(p => $"{p.Setting}: {p.Message}").ToList();

        Assert.Contains("warnings.enterOrnge: There is no such setting. Did you mean enterOrange?", problems);
        Assert.Contains("people[0].email: 'nobody' is not a mail address.", problems);
        Assert.Contains(
            "site.listen: 'http://0.0.0.0:80' can be reached from other machines; set apiKeys.pages.",
            problems
        );
        Assert.Contains(problems, p => p.StartsWith("topics[0].match: Column ", StringComparison.Ordinal));
    }
}
