using CrisisFlow.Testing;
using static CrisisFlow.Settings.Tests.Checking;

namespace CrisisFlow.Settings.Tests.Starting;

public sealed class What_cannot_work_is_refused
{
    private const string Keys = "apiKeys: { pages: key-of-32-characters-for-the-pages }\n";
    private const string Smtp =
        "mail: { from: crisis@example.com, transport: smtp, smtp: { host: mail.example.com } }\n";
    private const string Site = "site: { baseUrl: \"https://crisis.example.com\" }\n";

    [Fact]
    public void Mail_by_SMTP_with_links_to_this_machine()
    {
        Assert.Equal(
            [
                "crisisflow.yaml line 1 column 1: site.baseUrl: 'http://localhost:7071/' is this machine, but mail "
                    + "leaves it by SMTP: whoever clicks a link of a mail elsewhere reaches nothing. Set the "
                    + "address at which "
                    + "people reach this site.",
            ],
            Problems(Smtp)
        );
        Assert.Empty(Problems(Smtp + Site + Keys));
    }

    [Fact]
    public void Mail_by_SMTP_from_a_sender_at_localhost()
    {
        var problem = Assert.Single(
            Problems("mail: { transport: smtp, smtp: { host: mail.example.com } }\n" + Site + Keys)
        );
        Assert.Contains("mail.from: 'crisisflow@localhost' is no sender", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail: { transport: smtp, smtp: { host: localhost } }\n")]
    [InlineData("mail: { transport: smtp, smtp: { host: 127.0.0.1 } }\n")]
    [InlineData("mail: { transport: outbox }\n")]
    public void What_stays_on_this_machine_may_point_to_it(string mail) => Assert.Empty(Problems(mail));

    [Theory]
    [InlineData("", true)]
    [InlineData("mail: { from: crisis@example.com, sandboxMode: true }\n", false)]
    [InlineData("mail: { from: crisis@example.com }\n" + Site, false)]
    public void Mail_by_SendGrid(string settings, bool refused) =>
        Assert.Equal(
            refused,
            Check("brand: { name: Acme }\n" + settings, HostKind.Azure)
                .Problems.Any(p => p.Setting is "site.baseUrl" or "mail.from")
        );

    [Theory]
    [InlineData("ann", "'ann' cannot be their own deputy.")]
    [InlineData("cat", "There is no person 'cat'.")]
    [InlineData("bo", "'bo' is disabled and cannot stand in for 'ann'.")]
    [InlineData("dan", null)]
    public void A_deputy_who_cannot_stand_in(string deputy, string? problem)
    {
        var problems = Problems(
            $$"""
            people:
              - { id: ann, email: ann@example.com, roles: [legal], deputy: {{deputy}} }
              - { id: bo, email: bo@example.com, roles: [legal], disabled: true }
              - { id: dan, email: dan@example.com, roles: [legal] }
            """
        );

        Assert.Equal(
            problem is null ? [] : ["crisisflow.yaml line 2 column 64: people[0].deputy: " + problem],
            problems
        );
    }

    [Theory]
    [InlineData(3, "Stage 'legal' needs 3 approvals, but only 2 enabled people can be asked.")]
    [InlineData(2, null)]
    public void A_stage_that_needs_more_approvals_than_there_are_people(int count, string? problem)
    {
        var folder = Directory.CreateTempSubdirectory("crisisflow-playbooks-").FullName;
        try
        {
            var text = File.ReadAllText(
                Path.Combine(RepositoryRoot.Path, "functions", "CrisisFlow.Settings", "Playbooks", "built-in.yaml")
            );
            File.WriteAllText(
                Path.Combine(folder, "recall.yaml"),
                text.Replace("id: built-in", "id: recall", StringComparison.Ordinal)
                    .Replace(
                        "mode: first\n      roles: [legal]",
                        $"mode: atLeast\n      count: {count}\n      roles: [legal]",
                        StringComparison.Ordinal
                    )
            );
            var all = "roles: [communications, legal, leadership, customer-service, operations, administrator]";
            var problems = Check(
                $$"""
                brand: { name: Acme }
                topics: [ { id: acme, match: Acme } ]
                cases: { playbooks: {{folder}} }
                people:
                  - { id: ann, email: ann@example.com, {{all}} }
                  - { id: bo, email: bo@example.com, roles: [legal] }
                  - { id: dan, email: dan@example.com, roles: [legal], disabled: true }
                """
            ).Problems;

            Assert.Equal(
                problem is null ? [] : ["playbook 'recall': approval.stages[0]: " + problem],
                problems.Select(p => p.ToString())
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
