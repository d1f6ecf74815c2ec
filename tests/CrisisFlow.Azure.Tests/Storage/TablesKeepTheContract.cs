using Azure.Identity;
using CrisisFlow.Azure.Storage;
using CrisisFlow.Azure.Tests.Azurite;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;

[assembly: AssemblyFixture(typeof(AzuriteStorage))]

namespace CrisisFlow.Azure.Tests.Storage;

/// <summary>The contract that SQLite keeps, kept by Table Storage: against a real Azurite.</summary>
public sealed class TablesKeepTheContract(AzuriteStorage azurite) : EntityStoreContract
{
    protected override Task<IEntityStore> OpenAsync() =>
        Task.FromResult<IEntityStore>(
            TableClients.Create(new TableSettings(null, azurite.ConnectionString), new DefaultAzureCredential())
        );
}
