using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.InfraTools.Parameters;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Settings;

/// <summary>
/// infra/settings and the settings classes say the same. After a setting was added or moved: scripts/sync-parameters.
/// </summary>
public sealed class Thresholds_and_deadlines_are_parameters
{
    private static readonly IReadOnlyList<SettingsModule> Modules = SettingsModule.All();

    public static TheoryData<string> Sections => [.. Modules.Select(m => m.Section)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_threshold_and_deadline_of_a_section_may_be_set_and_has_the_program_s_default(string section)
    {
        var module = Modules.Single(m => m.Section == section);

        Assert.Equal(
            module.Render(),
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, module.File)).ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_section_is_a_parameter_that_reaches_the_app(string section)
    {
        var template = File.ReadAllText(Path.Combine(BicepCheck.Infra, "main.bicep")).ReplaceLineEndings("\n");

        Assert.All(
            Modules.Single(m => m.Section == section).Uses,
            line => Assert.Contains(line, template, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_file_of_settings_is_of_a_section_the_program_does_not_have() =>
        Assert.Equal(
            Modules.Select(m => Path.GetFileName(m.File)).Append("app-settings.bicep").Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Path.Combine(BicepCheck.Infra, "settings"))
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_well_known_are_there()
    {
        var settings = ProductSetting.All().Select(s => s.AppSetting).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "CrisisFlow__Warnings__EnterOrange",
                "CrisisFlow__Links__Lifetime",
                "CrisisFlow__Retention__Mentions",
                "CrisisFlow__Stages__Heartbeat",
            },
            settings
        );
        Assert.True(settings.Count > 35, $"Only {settings.Count} settings were found.");
    }

    [Fact]
    public void A_whole_number_has_its_limits_and_a_fraction_is_text()
    {
        var module = new SettingsModule(
            "warnings",
            [
                new("warnings", "tries", typeof(int), "3", "1 to 9", "How often it's tried."),
                new("warnings", "share", typeof(double), "0.5", "0 to 1", "A share."),
            ]
        );

        Assert.Contains(
            "  @description('How often it\\'s tried.')\n  @minValue(1)\n  @maxValue(9)\n  tries: int?\n\n  "
                + "@description('A share.')\n  share: string?\n}",
            module.Render(),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "var warningsDefaults = {\n  tries: 3\n  share: '0.5'\n}\n",
            module.Render(),
            StringComparison.Ordinal
        );
    }
}
