using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.InfraTools.Parameters;

namespace CrisisFlow.Infra.Tests.Settings;

/// <summary>main.bicep and the settings classes say the same.</summary>
public sealed class Thresholds_and_deadlines_are_parameters
{
    [Fact]
    public void Every_threshold_and_deadline_is_a_parameter_with_the_program_s_default()
    {
        var parameters = BicepCheck.Run().Parameters;
        var wrong = ProductSetting.All().Where(s => !Agrees(s, parameters)).ToList();

        Assert.True(wrong.Count == 0, "main.bicep has to hold what follows; scripts/sync-parameters writes it:\n" + string.Join("\n\n", wrong.Select(s => s.Declaration())));
    }

    [Fact]
    public void Every_such_parameter_reaches_the_app_under_the_setting_s_name()
    {
        var settings = BicepCheck.Run().Settings;
        var wrong = ProductSetting.All().Where(s => !settings.TryGetValue(s.AppSetting, out var value) || $"  {s.AppSetting}: {value}" != s.Assignment()).ToList();

        Assert.True(wrong.Count == 0, "productSettings in main.bicep has to hold what follows; scripts/sync-parameters writes it:\n" + string.Join('\n', wrong.Select(s => s.Assignment())));
    }

    [Fact]
    public void No_app_setting_of_the_product_is_unknown_to_the_program()
    {
        var known = ProductSetting.All().Select(s => s.AppSetting).ToHashSet();

        Assert.DoesNotContain(BicepCheck.Run().Settings.Keys, k => k.StartsWith("CrisisFlow__", StringComparison.Ordinal) && !known.Contains(k));
    }

    [Fact]
    public void A_default_that_drifts_is_found()
    {
        var setting = ProductSetting.All().First(s => s.Parameter == "warningsEnterOrange");
        using var infra = new SeededInfra();
        infra.Replace("main.bicep", $"param warningsEnterOrange string = '{setting.Default}'", "param warningsEnterOrange string = '46'");

        Assert.False(Agrees(setting, BicepCheck.Run(infra.Folder).Parameters));
    }

    [Fact]
    public void What_drifted_is_put_right_by_one_command()
    {
        var template = File.ReadAllText(Path.Combine(BicepCheck.Infra, "main.bicep"));
        var settings = ProductSetting.All();
        var drifted = template
            .Replace($"param warningsEnterOrange string = '{settings.First(s => s.Parameter == "warningsEnterOrange").Default}'\n", "param warningsEnterOrange string = '46'\n", StringComparison.Ordinal)
            .Replace("  CrisisFlow__Warnings__EnterRed: warningsEnterRed\n", "  CrisisFlow__Warnings__EnterRed: warningsEnterOrange\n", StringComparison.Ordinal)
            .Replace("  CrisisFlow__Stages__Heartbeat: stagesHeartbeat\n", "  CrisisFlow__Stages__Heartbeat: stagesHeartbeat\n  CrisisFlow__Stages__Gone: stagesGone\n", StringComparison.Ordinal)
            .Replace("\n// ---- Names ----", "\n@description('Gone.')\nparam stagesGone string = '1m'\n\n// ---- Names ----", StringComparison.Ordinal);

        Assert.NotEqual(template, drifted);
        Assert.Equal(template, TemplateSync.WithParameters(drifted, settings));
    }

    private static bool Agrees(ProductSetting setting, IReadOnlyDictionary<string, Parameter> parameters) =>
        parameters.TryGetValue(setting.Parameter, out var parameter)
        && parameter.Type == (setting.IsWhole ? "int" : "string")
        && parameter.Default?.GetString() == setting.Default
        && (!setting.IsWhole || setting.Range is null || (parameter.Minimum == setting.Range.Minimum.ToString() && parameter.Maximum == setting.Range.Maximum.ToString()));
}
