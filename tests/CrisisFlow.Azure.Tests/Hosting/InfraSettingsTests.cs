using System.Text.RegularExpressions;
using CrisisFlow.Response.Channels;
using CrisisFlow.Settings;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed partial class InfraSettingsTests
{
    /// <summary>An app setting that the program does not know stops it at start: better found here.</summary>
    [Fact]
    public void Every_app_setting_that_infra_writes_is_one_the_program_knows()
    {
        var infra = Path.Combine(Repository.Root, "infra");
        var names = AppSetting()
            .Matches(File.ReadAllText(Path.Combine(infra, "main.bicep")))
            .Select(match => match.Groups[1].Value)
            .Concat(Directory.EnumerateFiles(Path.Combine(infra, "settings")).SelectMany(ProductSettings))
            .Where(name => !name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                names.Select(name =>
                    KeyValuePair.Create(name.Replace("__", ":", StringComparison.Ordinal), (string?)"x")
                )
            )
            .Build();

        var problems = SettingsLoader
            .Load(new SettingsSources { Configuration = configuration }, HostKind.Azure, ChannelList.NewSettings())
            .Problems;

        Assert.True(names.Count > 30, $"Only {names.Count} names were found.");
        Assert.DoesNotContain(
            problems,
            problem => problem.Message.Contains("There is no such setting", StringComparison.Ordinal)
        );
    }

    /// <summary>
    /// A file of a section holds its defaults by name: infra/settings/app-settings.bicep makes app settings of them.
    /// </summary>
    private static IEnumerable<string> ProductSettings(string file) =>
        Default()
            .Matches(File.ReadAllText(file))
            .Select(match => $"CrisisFlow__{Path.GetFileNameWithoutExtension(file)}__{match.Groups[1].Value}");

    [GeneratedRegex(@"^  (\w+): '", RegexOptions.Multiline)]
    private static partial Regex Default();

    [GeneratedRegex(@"^\s+([A-Za-z]+__[A-Za-z_]+): ", RegexOptions.Multiline)]
    private static partial Regex AppSetting();
}
