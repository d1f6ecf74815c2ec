using System.Text.Json.Nodes;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>What the rules say of the source holds in what would be deployed, in both examples.</summary>
public sealed class Nothing_answers_to_a_shared_key
{
    public static TheoryData<string> Examples => Predicted.Names;

    private static readonly (string Type, string Property, string Value)[] Flags =
    [
        ("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2"),
        ("Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "true"),
        ("Microsoft.ServiceBus/namespaces", "disableLocalAuth", "true"),
        ("Microsoft.ServiceBus/namespaces", "minimumTlsVersion", "1.2"),
        ("Microsoft.KeyVault/vaults", "enableSoftDelete", "true"),
        ("Microsoft.KeyVault/vaults", "enablePurgeProtection", "true"),
        ("Microsoft.KeyVault/vaults", "enableRbacAuthorization", "true"),
        ("Microsoft.Insights/components", "DisableLocalAuth", "true"),
        ("Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth", "true"),
        ("Microsoft.Web/sites", "httpsOnly", "true"),
        ("Microsoft.Web/sites", "siteConfig.minTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "siteConfig.scmMinTlsVersion", "1.2"),
        ("Microsoft.Web/sites", "siteConfig.ftpsState", "Disabled"),
        ("Microsoft.Web/sites", "functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_flag_is_as_it_has_to_be(string example)
    {
        var predicted = Predicted.Named(example);

        Assert.All(Flags, flag => Assert.Equal(flag.Value, Text(predicted.Single(flag.Type), flag.Property)));
        Assert.All(
            predicted.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            p => Assert.Equal("false", Text(p, "allow"))
        );
        Assert.All(
            predicted.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            c => Assert.Equal("None", Text(c, "publicAccess"))
        );
    }

    [Theory]
    [InlineData("small", "Enabled", "Allow")]
    [InlineData("large", "Disabled", "Deny")]
    public void Inside_a_network_storage_and_vault_are_shut_from_outside(string example, string access, string action)
    {
        foreach (var type in (string[])["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"])
        {
            Assert.Equal(access, Text(Predicted.Named(example).Single(type), "publicNetworkAccess"));
            Assert.Equal(action, Text(Predicted.Named(example).Single(type), "networkAcls.defaultAction"));
        }

        Assert.Equal(
            access,
            Text(Predicted.Named(example).Single("Microsoft.ServiceBus/namespaces"), "publicNetworkAccess")
        );
    }

    [Fact]
    public void Every_private_endpoint_has_the_zone_of_its_service()
    {
        var zones = Predicted
            .Large.OfType("Microsoft.Network/privateDnsZones")
            .Select(z => Worked.Out((string)z["name"]!))
            .Order(StringComparer.Ordinal);
        var groups = Predicted
            .Large.OfType("Microsoft.Network/privateEndpoints")
            .Select(e => (string)e["properties"]!["privateLinkServiceConnections"]![0]!["properties"]!["groupIds"]![0]!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "privatelink.blob.core.windows.net",
                "privatelink.queue.core.windows.net",
                "privatelink.servicebus.windows.net",
                "privatelink.table.core.windows.net",
                "privatelink.vaultcore.azure.net",
            ],
            zones
        );
        Assert.Equal(["blob", "namespace", "queue", "table", "vault"], groups);
        Assert.Equal(5, Predicted.Large.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
        Assert.Equal(5, Predicted.Large.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count);
    }

    private static string? Text(JsonObject resource, string dotted)
    {
        JsonNode? node = resource["properties"];
        foreach (var name in dotted.Split('.'))
            node = node?[name];
        return node?.ToString();
    }
}
