using CrisisFlow.Settings.Starting;
using static CrisisFlow.Settings.Tests.Checking;

namespace CrisisFlow.Settings.Tests.Starting;

public sealed class Checking_for_a_host
{
    private const string Whole = """
        brand: { name: Acme }
        topics: [ { id: acme, match: Acme } ]
        people:
          - id: ann
            email: ann@example.com
            roles: [communications, legal, leadership, customer-service, operations, administrator]

        """;

    private const string Everything = """
        retention: { history: 20d }
        mail: { sandboxMode: true, transport: smtp, smtp: { host: localhost } }
        stages: { poll: 30s, evaluate: 2m, sweep: 20s, heartbeat: 20m }
        telemetry: { otlpEndpoint: "http://localhost:4317" }
        site: { listen: "http://127.0.0.1:80" }

        """;

    private const string Reachable =
        "mail: { from: crisis@example.com }\nsite: { baseUrl: \"https://crisis.example.com\" }\n";

    [Theory]
    [InlineData(HostKind.Local)]
    [InlineData(HostKind.Azure)]
    public void Either_host_starts_with_a_brand_a_topic_and_people_for_every_role(HostKind host)
    {
        var address = host == HostKind.Azure ? Reachable : "";
        Assert.Empty(Check(Whole + address, host).Problems.Select(p => p.ToString()));

        var nothing = Check("brand: {}\n", host);

        Assert.False(nothing.MayStart);
        Assert.Contains(
            "crisisflow.yaml line 1 column 1: brand.name: The brand has no name; mails, pages and statements need one.",
            nothing.Problems.Select(p => p.ToString())
        );
        Assert.Contains(
            "crisisflow.yaml line 1 column 1: topics: Nothing is monitored; add at least one topic with its query.",
            nothing.Problems.Select(p => p.ToString())
        );
        Assert.Equal(
            ["administrator", "communications", "customer-service", "leadership", "legal", "operations"],
            nothing
                .Problems.Where(p => p.Place.StartsWith("built-in playbook line ", StringComparison.Ordinal))
                .Select(p => p.Message.Split('\'')[1])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_one_machine_host_names_the_settings_that_only_Azure_reads()
    {
        var loaded = Check(Whole + Everything);

        Assert.Equal(
            [
                "crisisflow.yaml line 8 column 22: note: mail.sandboxMode: The one-machine host ignores this; only "
                    + "the Azure host reads it.",
                "crisisflow.yaml line 7 column 23: note: retention.history: The one-machine host ignores this; only "
                    + "the Azure host reads it.",
            ],
            loaded.Problems.Select(p => p.ToString())
        );
        Assert.True(loaded.MayStart);
    }

    [Fact]
    public void The_Azure_host_names_the_settings_that_only_one_machine_reads()
    {
        var loaded = Check(Whole + Everything, HostKind.Azure);

        Assert.Equal(
            [
                "mail.smtp",
                "mail.transport",
                "site.listen",
                "stages.evaluate",
                "stages.poll",
                "stages.sweep",
                "telemetry.otlpEndpoint",
            ],
            loaded.Notes.Select(p => p.Setting).Order(StringComparer.Ordinal)
        );
        Assert.All(
            loaded.Notes,
            note => Assert.Equal("The Azure host ignores this; only the one-machine host reads it.", note.Message)
        );
        Assert.Empty(loaded.Errors);
    }

    [Fact]
    public void Who_can_reach_the_pages_is_asked_of_one_machine_alone()
    {
        const string open = "site: { listen: \"http://0.0.0.0:80\" }\n";

        Assert.Contains("site.listen", Check(Whole + open).Errors.Select(p => p.Setting));
        Assert.Empty(Check(Whole + open + "mail: { sandboxMode: true }\n", HostKind.Azure).Errors);
    }

    [Fact]
    public void A_query_that_cannot_be_read_is_told_with_its_line() =>
        Assert.Contains(
            Problems("topics:\n  - { id: acme, match: \"(Acme OR\" }\n"),
            problem =>
                problem.StartsWith(
                    "crisisflow.yaml line 2 column 24: topics[0].match: Column ",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void A_folder_of_playbooks_that_is_not_there_is_told_where_it_is_named() =>
        Assert.Contains(
            Problems("cases:\n  playbooks: nowhere\n"),
            problem =>
                problem.StartsWith(
                    "crisisflow.yaml line 2 column 14: cases.playbooks: There is no folder '",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void A_channel_s_part_of_the_settings_is_checked_where_it_is_written() =>
        Assert.Equal(
            [
                "crisisflow.yaml line 2 column 14: channels.webhooks[0].url: A webhook needs an address.",
                "crisisflow.yaml line 2 column 35: channels.webhooks[0].secret: The secret has 5 characters; it has "
                    + "16 or more.",
                "crisisflow.yaml line 3 column 16: channels.pressList[0]: 'nobody' is not a mail address.",
            ],
            Problems("channels:\n  webhooks: [{ name: web, secret: short }]\n  pressList: [ nobody ]\n")
        );

    [Fact]
    public void Roles_are_not_missed_where_people_could_not_be_read() =>
        Assert.DoesNotContain(
            Check(
                "brand: { name: A }\ntopics: [ { id: a, match: a } ]\npeople:\n  - { id: ann, email: a@b.example, "
                    + "rols: [legal] }\n"
            ).Problems,
            problem => problem.Message.Contains("which nobody", StringComparison.Ordinal)
        );
}
