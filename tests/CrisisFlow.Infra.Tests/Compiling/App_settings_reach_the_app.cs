using System.Text.RegularExpressions;
using CrisisFlow.InfraTools.Parameters;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>The settings of the site, as they would be deployed, are those the code reads.</summary>
public sealed partial class App_settings_reach_the_app
{
    // Read by the Functions host and its extensions, not by our code.
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobs",
        "AzureFunctionsJobHost__",
        "APPLICATIONINSIGHTS_",
        "TASKHUB_NAME",
        "ServiceBus__",
    ];

    private static readonly string[] NeverOnFlex =
    [
        "FUNCTIONS_WORKER_RUNTIME",
        "FUNCTIONS_EXTENSION_VERSION",
        "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "ENABLE_ORYX_BUILD",
        "WEBSITE_TIME_ZONE",
        "TZ",
        "AzureWebJobsStorage",
        "AzureWebJobsDashboard",
    ];

    public static TheoryData<string> Examples => Predicted.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_threshold_and_deadline_arrives_with_the_program_s_default(string example)
    {
        var settings = Predicted
            .Named(example)
            .AppSettings.Where(s => s.Key.StartsWith("CrisisFlow__", StringComparison.Ordinal));

        Assert.Equal(
            ProductSetting.All().Select(s => $"{s.AppSetting}={s.Default}").Order(StringComparer.Ordinal),
            settings.Select(s => $"{s.Key}={s.Value}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_threshold_that_is_given_arrives_and_the_others_keep_their_defaults()
    {
        var settings = Predicted
            .Of("small", null, "\nparam warnings = {\n  enterOrange: '50'\n  enterRed: null\n}\n")
            .AppSettings;

        Assert.Equal("50", settings["CrisisFlow__Warnings__EnterOrange"]);
        Assert.Equal("70", settings["CrisisFlow__Warnings__EnterRed"]);
        Assert.Equal(Predicted.Small.AppSettings.Count, settings.Count);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_other_setting_is_one_that_the_host_or_the_code_reads(string example)
    {
        var source = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );

        foreach (
            var name in Predicted
                .Named(example)
                .AppSettings.Keys.Where(n =>
                    !n.StartsWith("CrisisFlow__", StringComparison.Ordinal)
                    && !OfTheHost.Any(h => n.StartsWith(h, StringComparison.Ordinal))
                )
        )
        {
            // Sections of the product stand there without CrisisFlow__ too: Mail__From is the setting mail.from.
            var parts = name.Split("__");
            var read =
                source.Contains($"\"{name.Replace("__", ":", StringComparison.Ordinal)}\"", StringComparison.Ordinal)
                || (
                    parts.Length == 2
                    && Regex.IsMatch(source, $@"public \w+ {parts[0]} {{ get; set; }}")
                    && Regex.IsMatch(source, $@"\b{parts[1]} {{ get; set; }}")
                );
            Assert.True(read, $"No code reads the setting {name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_setting_the_code_cannot_do_without_is_there(string example)
    {
        var azure = string.Join(
            '\n',
            Directory
                .EnumerateFiles(
                    Path.Combine(RepositoryRoot.Path, "functions", "CrisisFlow.Azure"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
                .Select(File.ReadAllText)
        );
        var settings = Predicted.Named(example).AppSettings;

        var needed = Missing()
            .Matches(azure)
            .Select(m => m.Groups[1].Value)
            .Concat(Percent().Matches(azure).Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.True(needed.Count >= 7, $"Only {needed.Count} names were found.");
        Assert.All(needed, name => Assert.Contains(name, settings.Keys));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_must_never_be_set_on_Flex_is_absent_and_what_is_secret_lies_in_the_vault(string example)
    {
        var settings = Predicted.Named(example).AppSettings;

        Assert.DoesNotContain(settings.Keys, NeverOnFlex.Contains);
        Assert.All(
            settings.Where(s => Regex.IsMatch(s.Key, "(Key|Secret|Password|Token)$")),
            s => Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=kv-[a-z0-9]{13};SecretName=[a-z0-9-]+\)$", s.Value)
        );
    }

    /// <summary>Sentences of the start check: "SendGrid__ApiKey is not set".</summary>
    [GeneratedRegex("\"(\\w+__\\w+) is not set")]
    private static partial Regex Missing();

    [GeneratedRegex("Trigger\\(\"%(\\w+)%\"")]
    private static partial Regex Percent();
}
