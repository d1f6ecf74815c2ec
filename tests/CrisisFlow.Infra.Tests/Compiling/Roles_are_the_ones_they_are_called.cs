using System.Text.RegularExpressions;
using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>Azure's own roles never change their id. A wrong one would give nothing, or too much.</summary>
public sealed partial class Roles_are_the_ones_they_are_called
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Fact]
    public void Every_role_in_the_source_has_its_own_name_beside_it()
    {
        var roles = Directory
            .EnumerateFiles(BicepCheck.Infra, "*.bicep", SearchOption.AllDirectories)
            .SelectMany(f => Role().Matches(File.ReadAllText(f)))
            .ToList();

        Assert.Equal(Known.Count, roles.Count);
        Assert.All(roles, role => Assert.Equal(Known.GetValueOrDefault(role.Groups[1].Value), role.Groups[2].Value));
    }

    [Fact]
    public void Every_role_that_would_be_given_is_one_of_them_and_on_the_resource_that_needs_it()
    {
        var given = Predicted
            .Large.OfType("Microsoft.Authorization/roleAssignments")
            .Select(a =>
                (
                    Role: Known.GetValueOrDefault(((string)a["properties"]!["roleDefinitionId"]!).Split('/')[^1]),
                    Scope: Scope().Match((string)a["id"]!).Groups[1].Value
                )
            )
            .Select(a => $"{a.Role} on {a.Scope}")
            .Order(StringComparer.Ordinal)
            .Distinct();

        Assert.Equal(
            [
                "Azure Service Bus Data Receiver on Microsoft.ServiceBus/namespaces/queues",
                "Azure Service Bus Data Sender on Microsoft.ServiceBus/namespaces/queues",
                "Azure Service Bus Data Sender on Microsoft.ServiceBus/namespaces/topics",
                "Key Vault Secrets Officer on Microsoft.KeyVault/vaults",
                "Key Vault Secrets User on Microsoft.KeyVault/vaults",
                "Monitoring Metrics Publisher on Microsoft.Insights/components",
                "Storage Blob Data Contributor on Microsoft.Storage/storageAccounts",
                "Storage Blob Data Owner on Microsoft.Storage/storageAccounts",
                "Storage Queue Data Contributor on Microsoft.Storage/storageAccounts",
                "Storage Table Data Contributor on Microsoft.Storage/storageAccounts",
            ],
            given.Select(WithoutNames)
        );
    }

    /// <summary>namespaces/NAME/queues/NAME to namespaces/queues.</summary>
    private static string WithoutNames(string line)
    {
        var (role, scope) = (
            line[..(line.IndexOf(" on ", StringComparison.Ordinal) + 4)],
            line[(line.IndexOf(" on ", StringComparison.Ordinal) + 4)..].Split('/')
        );
        return role + string.Join('/', scope.Where((_, index) => index == 0 || index % 2 == 1));
    }

    [GeneratedRegex(@"RoleId = '([0-9a-f-]+)' // (.+)$", RegexOptions.Multiline)]
    private static partial Regex Role();

    [GeneratedRegex(@"^\[extensionResourceId\('/subscriptions/[^']*/providers/([^']+)'")]
    private static partial Regex Scope();
}
