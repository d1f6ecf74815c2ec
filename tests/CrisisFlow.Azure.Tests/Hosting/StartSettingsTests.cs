using CrisisFlow.Azure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed class StartSettingsTests
{
    /// <summary>What an installation must set, and no more.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Enough = new Dictionary<string, string?>
    {
        ["Tables:serviceUri"] = "https://account.table.core.windows.net",
        ["ServiceBus:fullyQualifiedNamespace"] = "crisisflow.servicebus.windows.net",
        ["SendGrid:ApiKey"] = "SG.key",
        ["Brand:Name"] = "Acme",
        ["Topics:0:Id"] = "acme",
        ["Topics:0:Match"] = "Acme",
        ["People:0:Id"] = "ann",
        ["People:0:Email"] = "ann@example.com",
        ["People:0:Roles"] = "communications",
        ["People:1:Id"] = "lea",
        ["People:1:Email"] = "lea@example.com",
        ["People:1:Roles:0"] = "legal",
        ["People:1:Roles:1"] = "leadership",
        ["People:1:Roles:2"] = "customer-service",
        ["People:1:Roles:3"] = "operations",
        ["People:1:Roles:4"] = "administrator",
        ["Mail:From"] = "crisis@example.com",
        ["Site:BaseUrl"] = "https://crisis.example.com",
        ["Links:CurrentKey"] = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        ["PollSchedule"] = "0 */5 * * * *",
        ["EvaluateSchedule"] = "0 * * * * *",
        ["SweepSchedule"] = "30 */2 * * * *",
        ["RetentionSchedule"] = "0 15 3 * * *",
        ["PurgeSchedule"] = "0 45 3 * * *",
    };

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var told = Assert
            .Throws<StartProblemsException>(() => Read(new Dictionary<string, string?>()))
            .Message.Split(Environment.NewLine);

        Assert.Equal("CrisisFlow cannot start:", told[0]);
        Assert.Equal("- settings: brand.name: The brand has no name; mails, pages and statements need one.", told[1]);
        Assert.Equal("- settings: topics: Nothing is monitored; add at least one topic with its query.", told[2]);
        Assert.StartsWith(
            "- settings: site.baseUrl: 'http://localhost:7071/' is this",
            told[3],
            StringComparison.Ordinal
        );
        Assert.StartsWith("- settings: mail.from: 'crisisflow@localhost' is no", told[4], StringComparison.Ordinal);
        Assert.All(
            told[5..^9],
            problem =>
                Assert.Matches(
                    @"^- built-in playbook line \d+ column \d+: [\w.\[\]]+: "
                        + @"It asks the role '[a-z-]+', but no enabled person has it\.$",
                    problem
                )
        );
        Assert.Equal(
            [
                "- Tables__serviceUri is ''; it is the https address of the table service, for example "
                    + "https://account.table.core.windows.net.",
                "- ServiceBus__fullyQualifiedNamespace is not set; it names the Service Bus, for example "
                    + "crisisflow.servicebus.windows.net.",
                "- SendGrid__ApiKey is not set; it is a SendGrid key that may send mail.",
                "- PollSchedule is not set; it is an NCRONTAB expression with six fields, in UTC.",
                "- EvaluateSchedule is not set; it is an NCRONTAB expression with six fields, in UTC.",
                "- SweepSchedule is not set; it is an NCRONTAB expression with six fields, in UTC.",
                "- RetentionSchedule is not set; it is an NCRONTAB expression with six fields, in UTC.",
                "- PurgeSchedule is not set; it is an NCRONTAB expression with six fields, in UTC.",
                "- Links__CurrentKey is not set; it is the key that signs links, 32 bytes or more in base64.",
            ],
            told[^9..]
        );
    }

    [Fact]
    public void A_setting_that_this_host_ignores_is_a_note_and_no_reason_not_to_start()
    {
        var start = Read(new Dictionary<string, string?>(Enough) { ["Stages:Poll"] = "30s" });

        Assert.Equal(
            [
                "configuration Stages:Poll: note: stages.poll: The Azure host ignores this; only the one-machine "
                    + "host reads it.",
            ],
            start.Notes
        );
    }

    [Theory]
    [InlineData(
        "Tables",
        "DefaultEndpointsProtocol=https;AccountName=live;AccountKey=c2VjcmV0;",
        "- Tables is set to a connection string with an account key; that is for Azurite only, so set "
            + "Tables__serviceUri and give the app's identity the role Storage Table Data Contributor."
    )]
    [InlineData(
        "ServiceBus",
        "Endpoint=sb://live/;SharedAccessKey=secret",
        "- ServiceBus is set to a connection string; the Service Bus is reached by identity only, so set "
            + "ServiceBus__fullyQualifiedNamespace."
    )]
    [InlineData(
        "SendGrid:ApiKey",
        "@Microsoft.KeyVault(VaultName=v;SecretName=s)",
        "- SendGrid__ApiKey is a Key Vault reference that was not resolved; the app's identity needs the role Key "
            + "Vault Secrets User."
    )]
    [InlineData(
        "Tables:serviceUri",
        "http://account.table.core.windows.net",
        "- Tables__serviceUri is 'http://account.table.core.windows.net'; it is the https address of the table "
            + "service, for example https://account.table.core.windows.net."
    )]
    public void A_secret_in_a_setting_is_refused_and_never_repeated(string name, string value, string problem)
    {
        var failed = Assert.Throws<StartProblemsException>(() =>
            Read(new Dictionary<string, string?>(Enough) { [name] = value })
        );

        Assert.Equal(["CrisisFlow cannot start:", problem], failed.Message.Split(Environment.NewLine));
        Assert.DoesNotContain("c2VjcmV0", failed.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_function_can_be_made_from_what_the_host_composes()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddAzureHost(Read(Enough), TimeProvider.System)
            .BuildServiceProvider();

        var classes = typeof(Program)
            .Assembly.GetTypes()
            .Where(type =>
                !type.IsAbstract
                && type.GetMethods()
                    .Any(method => method.GetCustomAttributes(typeof(FunctionAttribute), false).Length > 0)
            )
            .ToList();

        Assert.Equal(4, classes.Count);
        Assert.All(classes, type => Assert.NotNull(ActivatorUtilities.CreateInstance(services, type)));
    }

    internal static StartSettings Read(IReadOnlyDictionary<string, string?> settings) =>
        StartSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Path.GetTempPath());
}
