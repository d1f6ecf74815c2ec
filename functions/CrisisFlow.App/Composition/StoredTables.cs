using CrisisFlow.App.Health;
using CrisisFlow.Monitoring;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.App.Composition;

/// <summary>The tables that both hosts keep.</summary>
public static class StoredTables
{
    /// <summary>A host creates them at start.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. Pipeline.Tables, .. CaseTables.All, .. ChannelList.Tables, Notices.Table];
}
