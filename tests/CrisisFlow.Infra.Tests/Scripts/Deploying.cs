using System.Text.Json.Nodes;

namespace CrisisFlow.Infra.Tests.Scripts;

/// <summary>scripts/deploy and its twin ask Azure for the same and say the same.</summary>
public sealed class Deploying
{
    private const string Check =
        "dotnet run --project functions/CrisisFlow.Local -c Release -v q -- check --host azure --parameters "
        + "infra/main.parameters.json";

    public static TheoryData<string> Shell => ["sh", "pwsh"];

    public static TheoryData<string, string> Deployments
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var shell in (string[])["sh", "pwsh"])
            foreach (var action in (string[])["check", "preprovision", "predeploy", "what-if"])
                all.Add(shell, action);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void Settings_that_the_host_would_refuse_are_found_before_Azure_is_asked_anything(
        string shell,
        string action
    )
    {
        using var azure = new FakeAzure();
        azure.SettingsAreWrong("crisisflow.yaml line 1 column 1: topics: Nothing is watched.");

        var (exit, said, error) = azure.Deploy(shell, action);

        Assert.Equal(1, exit);
        Assert.Equal("crisisflow.yaml line 1 column 1: topics: Nothing is watched.\n", said);
        Assert.Equal(
            "Nothing was deployed: crisisflow.yaml, its playbooks or infra/main.parameters.json have errors.\n",
            error
        );
        Assert.Equal([Check], azure.Calls);
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void A_rotation_of_keys_does_not_wait_for_settings(string shell)
    {
        using var azure = new FakeAzure();
        azure.SettingsAreWrong("wrong");
        azure.Environment["CRISISFLOW_ROTATING"] = "true";

        Assert.Equal(0, azure.Deploy(shell, "preprovision").Exit);
        Assert.DoesNotContain(Check, azure.Calls);
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void What_another_machine_deployed_is_taken_over_before_provisioning(string shell)
    {
        using var azure = new FakeAzure();
        azure.Deployed(
            ("crisisflowLinksKey", "k202611250800"),
            ("crisisflowLinksKeyBefore", "k1"),
            ("crisisflowBudgetStart", "2026-09-01")
        );
        azure.Environment["CRISISFLOW_LINKS_CURRENT_KEY_ID"] = "k1";

        var (exit, said, error) = azure.Deploy(shell, "preprovision");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            "CRISISFLOW_LINKS_CURRENT_KEY_ID is 'k202611250800', as deployed.\nCRISISFLOW_LINKS_PREVIOUS_KEY_ID is "
                + "'k1', as deployed.\nCRISISFLOW_BUDGET_START is '2026-09-01', as deployed.\n",
            said
        );
        Assert.Equal(
            [
                "azd env set CRISISFLOW_LINKS_CURRENT_KEY_ID k202611250800",
                "azd env set CRISISFLOW_LINKS_PREVIOUS_KEY_ID k1",
                "azd env set CRISISFLOW_BUDGET_START 2026-09-01",
            ],
            azure.Calls.Where(c => c.StartsWith("azd", StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void Where_nothing_is_deployed_nothing_is_taken_over(string shell)
    {
        using var azure = new FakeAzure();

        Assert.Equal((0, "", ""), azure.Deploy(shell, "preprovision"));
        Assert.Equal([Check, "az group list --tag azd-env-name=test --query [0].name --output tsv"], azure.Calls);
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void Who_is_not_signed_in_hears_so_before_anything_is_made(string shell)
    {
        using var azure = new FakeAzure();
        azure.SignOut();

        Assert.Equal(
            (1, "", "'az' cannot list resource groups; is it signed in ('az login') and on the right subscription?\n"),
            azure.Deploy(shell, "preprovision")
        );
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void A_private_network_has_its_provider_registered(string shell)
    {
        using var azure = new FakeAzure();
        azure.Environment["VNET_ENABLED"] = "true";

        Assert.Equal(0, azure.Deploy(shell, "preprovision").Exit);
        Assert.Contains("az provider register --namespace Microsoft.App --wait --output none", azure.Calls);
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void What_if_is_asked_with_the_parameters_azd_would_give(string shell)
    {
        using var azure = new FakeAzure();
        azure.Deployed(("crisisflowLinksKey", "k7"));
        azure.Environment["VNET_ENABLED"] = "true";
        azure.Environment["CRISISFLOW_BUDGET"] = "120";
        azure.Environment["CRISISFLOW_MAIL_SANDBOX"] = "";

        Assert.Equal((0, ""), (azure.Deploy(shell, "what-if").Exit, ""));

        var given = JsonNode.Parse(azure.Parameters)!["parameters"]!
            .AsObject()
            .ToDictionary(p => p.Key, p => p.Value!["value"]!.ToJsonString());
        Assert.StartsWith(
            "az deployment sub what-if --location westeurope --template-file infra/main.bicep --parameters @",
            azure.Calls[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("\"test\"", "true", "120", "false", "\"k7\""),
            (
                given["environmentName"],
                given["vnetEnabled"],
                given["budgetAmount"],
                given["mailSandboxMode"],
                given["linksCurrentKeyId"]
            )
        );
        Assert.DoesNotContain("principalId", given.Keys);
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void An_action_there_is_not_is_refused(string shell)
    {
        using var azure = new FakeAzure();

        Assert.Equal(
            (
                1,
                "",
                "'undo' is not one of up, check, preprovision, postprovision, predeploy, postdeploy, smoke, "
                    + "rotate-links, what-if.\n"
            ),
            azure.Deploy(shell, "undo")
        );
    }
}
