using System.Text.RegularExpressions;
using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Pipelines;

public sealed partial class Hooks_call_scripts_that_are_there
{
    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));

    [Fact]
    public void Every_hook_names_a_script_and_an_action_that_it_has()
    {
        var hooks = Hook().Matches(Read("azure.yaml"));

        Assert.Equal(8, hooks.Count);
        Assert.All(
            hooks,
            hook =>
            {
                var script = Read("scripts", hook.Groups[1].Value);
                Assert.Matches(
                    hook.Groups[1].Value.EndsWith(".ps1", StringComparison.Ordinal)
                        ? $"'{hook.Groups[2].Value}' {{"
                        : $"{hook.Groups[2].Value}\\)",
                    script
                );
            }
        );
    }

    [Fact]
    public void The_service_that_azd_deploys_is_the_app_s_tag_and_its_project_is_there()
    {
        var azure = Read("azure.yaml");

        Assert.Contains(
            $"\n  {BicepCheck.Run().Variables["serviceName"].GetString()}:\n    project: "
                + "./functions/CrisisFlow.Azure/\n",
            azure,
            StringComparison.Ordinal
        );
        Assert.True(
            File.Exists(Path.Combine(RepositoryRoot.Path, "functions", "CrisisFlow.Azure", "CrisisFlow.Azure.csproj"))
        );
    }

    /// <summary>
    /// A parameter that a pipeline does not hand over would fall back to its default: a private network would be opened
    /// by a push.
    /// </summary>
    [Theory]
    [InlineData("azure-dev.yml")]
    [InlineData("ci.yml")]
    public void Every_parameter_from_the_environment_is_one_that_a_pipeline_hands_over(string workflow)
    {
        var text = Read(".github", "workflows", workflow);
        // azd finds its own principal; without azd main.bicep asks who deploys.
        var names = FromEnvironment()
            .Matches(Read("infra", "main.parameters.json"))
            .Select(m => m.Groups[1].Value)
            .Except(["AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE"])
            .ToList();

        Assert.True(names.Count > 10, $"Only {names.Count} names were found.");
        Assert.All(names, name => Assert.Contains($"{name}: ${{{{ vars.{name} }}}}", text, StringComparison.Ordinal));
        Assert.Contains("AZURE_PRINCIPAL_TYPE: ServicePrincipal", text, StringComparison.Ordinal);
        Assert.Equal(
            names.Where(n => !n.StartsWith("AZURE_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Variables().Match(Read("azure.yaml")).Groups[1].Captures.Select(c => c.Value)
        );
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("deploy.ps1")]
    public void Scripts_use_outputs_that_the_template_has(string script)
    {
        // azd itself knows the subscription; the scripts tell themselves that a key is being rotated.
        var outputs = Output()
            .Matches(Read("infra", "main.bicep"))
            .Select(m => m.Groups[1].Value)
            .Concat(["AZURE_SUBSCRIPTION_ID", "CRISISFLOW_ROTATING"])
            .ToHashSet();
        var fromParameters = Variable().Matches(Read("infra", "main.parameters.json")).Select(m => m.Groups[1].Value);

        Assert.All(
            Variable().Matches(Read("scripts", script)).Select(m => m.Groups[1].Value).Distinct(),
            name => Assert.Contains(name, outputs.Concat(fromParameters))
        );
    }

    [GeneratedRegex(@"run: \./scripts/(deploy(?:\.ps1)?) (\w+)")]
    private static partial Regex Hook();

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex FromEnvironment();

    [GeneratedRegex(@"^  variables:\n(?:    - (\w+)\n)+", RegexOptions.Multiline)]
    private static partial Regex Variables();

    [GeneratedRegex(@"^output (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"\$(?:\{|env:)?((?:AZURE|CRISISFLOW)_\w+)")]
    private static partial Regex Variable();
}
