namespace CrisisFlow.Infra.Tests.Scripts;

/// <summary>What scripts/deploy and its twin write to the vault, and what they leave alone.</summary>
public sealed class Writing_secrets
{
    public static TheoryData<string> Shell => ["sh", "pwsh"];

    [Theory]
    [MemberData(nameof(Shell))]
    public void A_first_deployment_gets_its_secrets(string shell)
    {
        using var azure = new FakeAzure();

        var (exit, said, error) = azure.Deploy(shell, "postprovision");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            ["links-key-k1", "mentions-api-key", "pages-api-key", "sendgrid-api-key"],
            azure.Secrets.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(
            azure.Secrets.Where(s => s.Key != "sendgrid-api-key"),
            s => Assert.Equal(32, Convert.FromBase64String(s.Value.Trim()).Length)
        );
        Assert.Equal("not-set-yet", azure.Secrets["sendgrid-api-key"]);
        Assert.Contains(
            "No mail goes out until 'sendgrid-api-key' in the vault kv-test is a real one",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/subscriptions/sub/resourceGroups/rg-test/providers/Microsoft.Web/sites/func-test"
                + "/config/configreferences/appsettings/refresh",
            azure.Calls[^1],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            azure.Secrets["links-key-k1"].Trim(),
            said + string.Join('\n', azure.Calls),
            StringComparison.Ordinal
        );
    }

    /// <summary>A vault that refuses for a while has not said that a secret is missing.</summary>
    [Theory]
    [MemberData(nameof(Shell))]
    public void Secrets_in_use_are_kept_while_a_new_role_does_not_count_yet(string shell)
    {
        using var azure = new FakeAzure();
        foreach (var name in (string[])["links-key-k1", "mentions-api-key", "pages-api-key", "sendgrid-api-key"])
            azure.Secret(name, "in use");
        azure.ForbiddenFor(3);

        Assert.Equal((0, "", ""), azure.Deploy(shell, "postprovision"));
        Assert.All(azure.Secrets.Values, value => Assert.Equal("in use", value));
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void A_vault_that_never_answers_is_told_of_with_its_own_words(string shell)
    {
        using var azure = new FakeAzure();
        azure.ForbiddenFor(1000);

        Assert.Equal(
            (
                1,
                "",
                "The vault kv-test does not say whether it has 'links-key-k1': (Forbidden) Caller is not authorized.\n"
            ),
            azure.Deploy(shell, "postprovision")
        );
    }

    [Theory]
    [MemberData(nameof(Shell))]
    public void Rotation_keeps_the_key_before_and_provisions_with_the_new_one(string shell)
    {
        using var azure = new FakeAzure();
        azure.Deployed(("crisisflowLinksKey", "k7"));

        var (exit, _, error) = azure.Deploy(shell, "rotate-links");

        Assert.Equal((0, ""), (exit, error));
        var key = Assert.Single(azure.Secrets.Keys)["links-key-".Length..];
        Assert.Matches("^k[0-9]{12}$", key);
        Assert.Equal(
            [
                "azd env set CRISISFLOW_LINKS_PREVIOUS_KEY_ID k7",
                $"azd env set CRISISFLOW_LINKS_CURRENT_KEY_ID {key}",
                $"azd provision (rotating to {key})",
            ],
            azure.Calls.Where(c =>
                c.StartsWith("azd env set", StringComparison.Ordinal)
                || c.StartsWith("azd provision", StringComparison.Ordinal)
            )
        );
    }
}
