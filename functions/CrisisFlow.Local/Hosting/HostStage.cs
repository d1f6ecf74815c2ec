using CrisisFlow.App.Health;

namespace CrisisFlow.Local.Hosting;

/// <summary>Something the host does again and again.</summary>
/// <param name="Name">One of <see cref="Stage"/>.</param>
internal sealed record HostStage(string Name, TimeSpan Interval, Func<CancellationToken, Task> Run);
