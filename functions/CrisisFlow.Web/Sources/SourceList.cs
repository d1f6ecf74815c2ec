using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Settings;

namespace CrisisFlow.Web.Sources;

/// <summary>Every source with its health: those of settings in their order, then those that push.</summary>
internal sealed class SourceList(CrisisFlowSettings settings, SourceHealthStore health, PushedSources pushed)
{
    public async Task<IReadOnlyList<SourceLine>> ReadAsync(CancellationToken cancellation)
    {
        var known = (await health.AllAsync(cancellation)).ToDictionary(
            one => one.Source,
            StringComparer.OrdinalIgnoreCase
        );
        return
        [
            .. settings.Sources.Select(source => SourceLine.Of(source, known.GetValueOrDefault(source.Name))),
            .. (await pushed.AllAsync(cancellation)).Select(SourceLine.Of),
        ];
    }
}
