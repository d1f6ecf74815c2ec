using System.Text.RegularExpressions;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>What only a deployment would show: order, names that are too long, output that tells too much.</summary>
public sealed class A_deployment_would_go_through
{
    // Lengths and characters that Azure allows, by type; a name of a child is its last part.
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["Microsoft.Resources/resourceGroups"] = @"^[-\w._()]{0,89}[-\w_()]$",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = @"^[A-Za-z0-9][\w-]{2,127}$",
        ["Microsoft.OperationalInsights/workspaces"] = "^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$",
        ["Microsoft.Insights/components"] = @"^[^%&\\?/]{1,260}$",
        ["Microsoft.Insights/actionGroups"] = @"^[^:<>+/&%\\?|]{1,260}$",
        ["Microsoft.Insights/scheduledQueryRules"] = @"^[^*<>?+:{}&#%\\/]{1,260}$",
        ["Microsoft.Insights/metricAlerts"] = @"^[^*<>?+:{}&#%\\/]{1,260}$",
        ["Microsoft.Insights/workbooks"] = "^[0-9a-f-]{36}$",
        ["Microsoft.Storage/storageAccounts"] = "^[a-z0-9]{3,24}$",
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = "^[a-z0-9](?!.*--)[a-z0-9-]{2,62}$",
        ["Microsoft.Storage/storageAccounts/tableServices/tables"] = "^[A-Za-z][A-Za-z0-9]{2,62}$",
        ["Microsoft.ServiceBus/namespaces"] = "^[A-Za-z](?!.*--)(?!.*-(sb|mgmt)$)[A-Za-z0-9-]{4,48}[A-Za-z0-9]$",
        ["Microsoft.KeyVault/vaults"] = "^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$",
        ["Microsoft.Web/serverfarms"] = "^[A-Za-z0-9-]{1,60}$",
        ["Microsoft.Web/sites"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]$",
        ["Microsoft.Network/virtualNetworks"] = @"^[A-Za-z0-9][\w.-]{0,62}\w$",
        ["Microsoft.Network/privateEndpoints"] = @"^[A-Za-z0-9][\w.-]{0,78}\w$",
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"] = @"^[A-Za-z0-9][\w.-]{0,78}\w$",
        ["Microsoft.Consumption/budgets"] = @"^[\w-]{1,63}$",
    };

    public static TheoryData<string> Examples => Predicted.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_name_is_one_that_Azure_takes_even_from_the_longest_environment_name(string example)
    {
        var named = Predicted.Named(example).Resources.Where(r => Forms.ContainsKey((string)r["type"]!)).ToList();

        Assert.True(named.Select(r => (string)r["type"]!).Distinct().Count() >= 14, "Too few types were found.");
        Assert.All(
            named,
            r => Assert.Matches(Forms[(string)r["type"]!], Worked.Out((string)r["name"]!).Split('/')[^1])
        );
    }

    [Fact]
    public void Every_deployment_within_the_deployment_has_a_name_of_at_most_64_characters() =>
        Assert.All(Compiled.Modules.Values, m => Assert.Matches(@"^[\w.()-]{1,64}$", (string)m["name"]!));

    [Theory]
    [InlineData("functionApp", "roles")] // the app starts as soon as it exists, and reads storage, vault and queue
    [InlineData("roles", "storage")]
    [InlineData("roles", "serviceBus")]
    [InlineData("roles", "keyVault")]
    [InlineData("roles", "monitoring")]
    [InlineData("roles", "identity")]
    [InlineData("functionApp", "network")] // its subnet, and the names of storage and vault inside the network
    [InlineData("network", "storage")]
    [InlineData("network", "keyVault")]
    [InlineData("network", "serviceBus")]
    [InlineData("signIn", "functionApp")]
    [InlineData("locks", "storage")]
    [InlineData("locks", "keyVault")]
    [InlineData("alerts", "monitoring")]
    [InlineData("workbook", "monitoring")]
    public void What_needs_another_comes_after_it(string module, string other) =>
        Assert.True(Compiled.IsAfter(module, other), $"{module} may be deployed before {other}.");

    [Fact]
    public void The_package_container_is_made_where_the_app_looks_for_it()
    {
        var value = Predicted.Small.Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["deployment"]![
            "storage"
        ]!["value"]!.ToString();

        Assert.Contains(
            Predicted.Small.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            c => value.Contains($"'{((string)c["name"]!).Split('/')[^1]}'", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Sizes_are_within_what_Flex_Consumption_offers(string example)
    {
        var scale = Predicted.Named(example).Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]![
            "scaleAndConcurrency"
        ]!;

        Assert.Contains((int)scale["instanceMemoryMB"]!, new[] { 512, 2048, 4096 });
        Assert.InRange((int)scale["maximumInstanceCount"]!, 40, 1000);
        Assert.All(
            scale["alwaysReady"]!.AsArray(),
            group =>
                Assert.True(
                    (int)group!["instanceCount"]! > 0 && (string)group["name"]! is "http" or "durable" or "blob"
                )
        );
        Assert.Equal("FC1", (string)Predicted.Named(example).Single("Microsoft.Web/serverfarms")["sku"]!["name"]!);
    }

    [Fact]
    public void No_output_of_any_template_holds_a_secret()
    {
        var outputs = Compiled
            .All.SelectMany(t =>
                (t.Template["outputs"]?.AsObject() ?? []).Select(o => (t.Name, o.Key, Text: o.Value!.ToJsonString()))
            )
            .ToList();

        Assert.True(outputs.Count > 20, $"Only {outputs.Count} outputs were found.");
        Assert.All(
            outputs,
            o =>
                Assert.False(
                    Regex.IsMatch(o.Text, @"\blist[A-Z]\w*\(|secure(String|Object)", RegexOptions.IgnoreCase),
                    $"{o.Name}.{o.Key}: {o.Text}"
                )
        );
        // Where telemetry goes; without an identity of the right role nothing can be sent there.
        Assert.Equal(
            ["monitoring.connectionString"],
            outputs
                .Where(o => Regex.IsMatch(o.Key, "key$|secret|password|token|connection", RegexOptions.IgnoreCase))
                .Select(o => $"{o.Name}.{o.Key}")
        );
    }
}
