namespace CrisisFlow.Infra.Tests.Checking;

/// <summary>The rules find nothing in the real files, and find each kind of error once it is put there.</summary>
public sealed class Bicep_files_hold_together
{
    [Fact]
    public void The_real_files_have_no_finding() => Assert.Empty(BicepCheck.Run().Findings);

    [Theory]
    [InlineData("app/storage.bicep", "resource account '", "resource 'account' '", "syntax", "This is not Bicep")]
    [InlineData(
        "main.bicep",
        "module locks 'app/locks.bicep'",
        "module locks 'app/lock.bicep'",
        "module-path",
        "There is no file 'app/lock.bicep'."
    )]
    [InlineData(
        "main.bicep",
        "module locks 'app/locks.bicep'",
        "module locks 'br/public:avm/res/x:1.0.0'",
        "module-remote",
        "The module 'br/public:avm/res/x:1.0.0' comes from a registry; modules are local here."
    )]
    [InlineData(
        "main.bicep",
        "    recover: keyVaultRecover",
        "    restore: keyVaultRecover",
        "module-parameter",
        "'app/keyvault.bicep' has no parameter 'restore'."
    )]
    [InlineData(
        "main.bicep",
        "    privateOnly: privateServiceBus\n",
        "",
        "module-parameter",
        "'app/servicebus.bicep' needs the parameter 'privateOnly', which 'serviceBus' does not pass."
    )]
    [InlineData(
        "main.bicep",
        "storage.outputs.tableUri",
        "storage.outputs.tablesUri",
        "module-output",
        "'app/storage.bicep' has no output 'tablesUri'."
    )]
    [InlineData(
        "main.bicep",
        "loadJsonContent('./abbreviations.json')",
        "loadJsonContent('./abbreviation.json')",
        "loaded-file",
        "loadJsonContent reads './abbreviation.json', which is not there."
    )]
    [InlineData(
        "main.bicep",
        "abbreviations.webServerFarms",
        "abbreviations.webServerFarm",
        "loaded-file",
        "'./abbreviations.json' has no 'webServerFarm'."
    )]
    [InlineData("abbreviations.json", "\"st\",", "\"st\"", "loaded-file", "'./abbreviations.json' is not JSON")]
    [InlineData(
        "main.bicep",
        "module alerts 'app/alerts.bicep' = {\n  scope: group\n  name: 'alerts'",
        "module alerts 'app/alerts.bicep' = {\n  scope: group\n  name: 'roles'",
        "name-twice",
        "Two modules have the name 'roles'; one deployment would overwrite the other."
    )]
    [InlineData(
        "main.bicep",
        "var serviceName = 'api'",
        "var serviceName = 'api'\nvar serviceName = 'web'",
        "name-twice",
        "'serviceName' is declared twice."
    )]
    [InlineData(
        "main.bicep",
        "  PollSchedule: pollSchedule",
        "  PollSchedule: pollSchedule\n  PollSchedule: pollSchedule",
        "name-twice",
        "The property 'PollSchedule' stands twice in one object."
    )]
    [InlineData(
        "app/storage.bicep",
        "name: backupContainerName\n",
        "name: deploymentContainerName\n",
        "name-twice",
        "Two resources of type Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01 have the name "
            + "deploymentContainerName."
    )]
    [InlineData(
        "main.bicep",
        "  name: 'keyvault'",
        "  name: 'key vault'",
        "name-form",
        "The module name 'key vault' has characters or a length that a deployment's name cannot have."
    )]
    [InlineData(
        "app/roles.bicep",
        "4633458b-17de-408a-b874-0445c86b69e6",
        "4633458b-17de-408a-b874-0445c86b69e",
        "role-id",
        "'4633458b-17de-408a-b874-0445c86b69e' is not the id of a role."
    )]
    [InlineData(
        "app/roles.bicep",
        "4633458b-17de-408a-b874-0445c86b69e6",
        "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        "role-id",
        "The role b86a8fe4-44ce-4948-aee5-eccb2c155cd7 is declared twice."
    )]
    [InlineData(
        "app/roles.bicep",
        " // Key Vault Secrets User",
        "",
        "role-id",
        "The role 4633458b-17de-408a-b874-0445c86b69e6 has no name beside it."
    )]
    [InlineData(
        "app/roles.bicep",
        "// Key Vault Secrets User",
        "// Key Vault Reader",
        "role-id",
        "The variable 'keyVaultSecretsUserRoleId' holds the role 'Key Vault Reader'."
    )]
    [InlineData(
        "app/storage.bicep",
        "storageAccounts@2024-01-01' = {",
        "storageAccounts@2024-1-1' = {",
        "resource-type",
        "'Microsoft.Storage/storageAccounts@2024-1-1' is not a resource type with an API version."
    )]
    [InlineData(
        "main.bicep",
        "var serviceName = 'api'",
        "var serviceName = 'api'\nvar spare = 'api'",
        "unused",
        "'spare' is declared and never used."
    )]
    [InlineData(
        "main.bicep",
        "  PollSchedule: pollSchedule",
        "  PollSchedule: pollSchedule\n  WEBSITE_TIME_ZONE: 'UTC'",
        "forbidden-setting",
        "The setting 'WEBSITE_TIME_ZONE' must not be set on Flex Consumption."
    )]
    [InlineData(
        "app/storage.bicep",
        "allowSharedKeyAccess: false",
        "allowSharedKeyAccess: true",
        "hardening",
        "properties.allowSharedKeyAccess of 'account' is true; it has to be false."
    )]
    [InlineData(
        "app/keyvault.bicep",
        "    enablePurgeProtection: true\n",
        "",
        "hardening",
        "properties.enablePurgeProtection of 'vault' is missing; it has to be true."
    )]
    [InlineData(
        "app/network.bicep",
        "'privatelink.blob.${storageSuffix}'",
        "'privatelink.blob.core.windows.net'",
        "hard-coded-host",
        "'core.windows.net' is the host of one cloud; take it from environment() or from the resource."
    )]
    [InlineData(
        "main.parameters.json",
        "\"location\"",
        "\"region\"",
        "parameters-file",
        "main.bicep has no parameter 'region'."
    )]
    [InlineData(
        "main.large.bicepparam",
        "param location = 'westeurope'\n",
        "",
        "parameters-file",
        "The parameter 'location' has no default and is not given."
    )]
    public void A_seeded_error_is_found(string file, string what, string with, string rule, string message)
    {
        using var infra = new SeededInfra();
        infra.Replace(file, what, with);

        var finding = BicepCheck
            .Run(infra.Folder)
            .Findings.Where(f => f.Rule == rule && f.Message.StartsWith(message, StringComparison.Ordinal))
            .Take(1);

        Assert.Equal(
            file.EndsWith("abbreviations.json", StringComparison.Ordinal) ? "main.bicep" : file,
            Assert.Single(finding).File
        );
    }

    [Fact]
    public void A_file_that_is_loaded_and_gone_is_found()
    {
        using var infra = new SeededInfra();
        infra.Delete("app/workbook.json");

        var finding = Assert.Single(BicepCheck.Run(infra.Folder).Findings);

        Assert.Equal("loadTextContent reads 'workbook.json', which is not there.", finding.Message);
    }
}
