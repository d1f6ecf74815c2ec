using CrisisFlow.Storage;
using Microsoft.Extensions.Hosting;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Creates the tables once, before anything is asked; asking at every write would cost a call and log a conflict each time.</summary>
internal sealed class TablesAtStart(IEntityStore store, IReadOnlyList<string> tables) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.CreateTablesAsync(tables, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
